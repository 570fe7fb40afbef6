import sharp from "sharp";
import { readVariant } from "@/lib/storage/read-variant";

/** WeChat shows the card's picture as a small square. */
const side = 300;

/**
 * A stored picture as a square JPEG: nobody promises that every WeChat draws WebP on a card.
 * @returns null when there is no such picture
 */
export async function drawCardPicture(storageKey: string): Promise<Buffer | null> {
  const picture = await readVariant({ storageKey, width: 400, encoding: "webp" });
  return picture && sharp(picture).resize(side, side).jpeg({ quality: 82 }).toBuffer();
}
