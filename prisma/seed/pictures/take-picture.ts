import sharp from "sharp";
import { Exposer } from "./studio/expose";
import type { Stage } from "./studio/stage";
import { steamVeil } from "./studio/steam";

const MOST_BYTES = 120_000;

/** Renders a stage at `share` of its full size; gives RGB PNG bytes. */
export async function takePicture(stage: Stage, share = 1): Promise<Buffer> {
  const width = Math.round(stage.pixels[0] * share);
  const height = Math.round(stage.pixels[1] * share);
  const { data } = new Exposer(stage, width, height).expose();
  const image = sharp(Buffer.from(data), { raw: { width, height, channels: 3 } });
  if (stage.steam) image.composite([await steamVeil(stage.steam, width, height)]);
  return image.removeAlpha().png().toBuffer();
}

/** Encodes a picture as WebP, as good as fits into 120 kB. */
export async function encodeOriginal(picture: Buffer): Promise<Buffer> {
  for (const quality of [86, 82, 78, 72, 66, 58]) {
    const webp = await sharp(picture).webp({ quality, effort: 6, smartSubsample: true }).toBuffer();
    if (webp.length <= MOST_BYTES) return webp;
  }
  return sharp(picture).webp({ quality: 50, effort: 6 }).toBuffer();
}
