import { createHash } from "node:crypto";
import { access, mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import sharp from "sharp";
import { randomCode, secureRandom } from "@/lib/ids/random-code";
import { originalPath } from "@/lib/storage/picture-path";
import { sniffPicture } from "@/lib/storage/sniff-picture";

export const maxPictureBytes = 10 * 1024 * 1024;
/** Beyond it a small file can unpack into gigabytes. */
const maxPixels = 50_000_000;
const maxEdge = 2400;
const minEdge = 64;

export type StoredPicture = {
  storageKey: string;
  sha256: string;
  width: number;
  height: number;
  color: string;
};
export type PictureRefusal =
  | "empty"
  | "too_large"
  | "not_a_picture"
  | "too_many_pixels"
  | "too_small"
  | "animated";

/**
 * Takes a picture into the store: judged by its content, stripped of its metadata (place and
 * camera), turned upright, limited to 2400 px, kept under the hash of what came in, so that the
 * same file is stored once.
 * @returns the key for the picture row, or why it was refused
 */
export async function storePicture(
  bytes: Uint8Array,
): Promise<{ ok: true; picture: StoredPicture } | { ok: false; reason: PictureRefusal }> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > maxPictureBytes) return { ok: false, reason: "too_large" };
  if (!sniffPicture(bytes)) return { ok: false, reason: "not_a_picture" };

  // Reading the header unpacks nothing; the pixels are counted before any are read.
  const header = sharp(bytes, { limitInputPixels: false });
  const metadata = await header.metadata().catch(() => null);
  if (!metadata?.width || !metadata.height) return { ok: false, reason: "not_a_picture" };
  if (metadata.width * metadata.height > maxPixels) return { ok: false, reason: "too_many_pixels" };
  if (Math.min(metadata.width, metadata.height) < minEdge)
    return { ok: false, reason: "too_small" };
  if ((metadata.pages ?? 1) > 1) return { ok: false, reason: "animated" };

  const cleaned = await sharp(bytes, { limitInputPixels: maxPixels, failOn: "error" })
    .rotate()
    .resize(maxEdge, maxEdge, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 90, effort: 3 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
  if (!cleaned) return { ok: false, reason: "not_a_picture" };

  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await writeOnce(originalPath(sha256), cleaned.data);
  const { width, height } = cleaned.info;
  const color = await dominantColor(cleaned.data);
  return { ok: true, picture: { storageKey: sha256, sha256, width, height, color } };
}

/** The colour that stands in for the picture while it loads. */
async function dominantColor(webp: Buffer): Promise<string> {
  const { data } = await sharp(webp)
    .resize(1, 1)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return `#${data.subarray(0, 3).toString("hex")}`;
}

/** Written beside and renamed: a reader never sees half a file, two writers of one key agree. */
export async function writeOnce(path: string, content: Uint8Array): Promise<void> {
  const present = await access(path).then(
    () => true,
    () => false,
  );
  if (present) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomCode(8, secureRandom)}`;
  await writeFile(draft, content);
  await rename(draft, path);
}
