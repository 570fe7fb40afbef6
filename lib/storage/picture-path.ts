import { join } from "node:path";
import { env } from "@/lib/env";

export const pictureWidths = [160, 400, 800, 1200] as const;
export type PictureWidth = (typeof pictureWidths)[number];
export const pictureEncodings = ["avif", "webp"] as const;
export type PictureEncoding = (typeof pictureEncodings)[number];

export type PictureVariant = { storageKey: string; width: PictureWidth; encoding: PictureEncoding };

const variantName = /^([0-9a-f]{64})-(160|400|800|1200)\.(avif|webp)$/;

/** Reads `<storageKey>-<width>.<encoding>`; null for anything else, so no path can climb out of the store. */
export function parseVariantName(name: string): PictureVariant | null {
  const match = variantName.exec(name);
  if (!match) return null;
  const [, storageKey, widthText, encodingText] = match;
  const width = pictureWidths.find((candidate) => String(candidate) === widthText);
  const encoding = pictureEncodings.find((candidate) => candidate === encodingText);
  return storageKey && width && encoding ? { storageKey, width, encoding } : null;
}

/** The stored original: cleaned, turned upright, at most 2400 px, WebP. */
export function originalPath(storageKey: string): string {
  return join(env().STORAGE_DIR, "pictures", storageKey.slice(0, 2), `${storageKey}.webp`);
}

export function variantPath({ storageKey, width, encoding }: PictureVariant): string {
  const folder = join(env().STORAGE_DIR, "variants", storageKey.slice(0, 2));
  return join(folder, `${storageKey}-${width}.${encoding}`);
}
