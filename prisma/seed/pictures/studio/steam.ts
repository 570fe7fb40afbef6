import sharp, { type OverlayOptions } from "sharp";
import { clouds } from "./noise";
import type { Steam } from "./stage";

/** Wisps of steam as a white veil over the whole picture, to be laid on with "screen". */
export async function steamVeil(
  steam: readonly Steam[],
  width: number,
  height: number,
): Promise<OverlayOptions> {
  const [w, h] = [Math.round(width / 3), Math.round(height / 3)];
  const veil = new Uint8Array(w * h * 4).fill(255);
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1) {
      let thick = 0;
      for (const puff of steam) thick += density(puff, x / w, y / h, w / h);
      veil[(y * w + x) * 4 + 3] = Math.min(255, thick * 255);
    }
  const input = await sharp(Buffer.from(veil), { raw: { width: w, height: h, channels: 4 } })
    .resize(width, height, { kernel: "cubic" })
    .blur(6)
    .png()
    .toBuffer();
  return { input, blend: "over" };
}

function density(puff: Steam, u: number, v: number, aspect: number): number {
  const rise = (puff.y - v) / puff.height;
  if (rise <= 0 || rise >= 1) return 0;
  const sway = 0.22 * Math.sin(rise * 6 + puff.x * 20) * rise;
  const aside = Math.abs((u - puff.x) / puff.width - sway) * 2;
  const column = Math.max(0, 1 - aside) ** 1.3;
  const [x, y] = [(u * aspect) / puff.width / 1.1, (v / puff.height) * 1.6];
  const curl = clouds(x * 2 + 1.6 * clouds(x * 2, y * 2, 1, 3), y * 1.3 + puff.x * 9, 7, 4);
  const wisp = Math.max(0, curl - 0.4) * 3.4;
  return puff.strength * column * wisp * Math.sin(Math.PI * rise) ** 0.8;
}
