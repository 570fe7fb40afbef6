import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { originalPath, type PictureVariant, variantPath } from "@/lib/storage/picture-path";
import { writeOnce } from "@/lib/storage/store-picture";

const underWay = new Map<string, Promise<Buffer | null>>();

/**
 * One size of a stored picture, made at the first request and kept. Requests for the same variant
 * at the same time share the work.
 * @returns null when there is no such picture
 */
export async function readVariant(variant: PictureVariant): Promise<Buffer | null> {
  const path = variantPath(variant);
  const kept = await readFile(path).catch(() => null);
  if (kept) return kept;
  const work =
    underWay.get(path) ?? makeVariant(variant, path).finally(() => underWay.delete(path));
  underWay.set(path, work);
  return work;
}

async function makeVariant(variant: PictureVariant, path: string): Promise<Buffer | null> {
  const original = await readFile(originalPath(variant.storageKey)).catch(() => null);
  if (!original) return null;
  const resized = sharp(original).resize(variant.width, null, { withoutEnlargement: true });
  const encoded =
    variant.encoding === "avif"
      ? await resized.avif({ quality: 55, effort: 2 }).toBuffer()
      : await resized.webp({ quality: 78, effort: 4 }).toBuffer();
  await writeOnce(path, encoded);
  return encoded;
}
