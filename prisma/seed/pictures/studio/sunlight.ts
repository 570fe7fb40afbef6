import sharp from "sharp";
import { drawSvg } from "./art";
import { seededStream } from "./noise";
import type { LightPattern } from "./stage";

const SIZE = 512;

function leafPath(x: number, y: number, length: number, angle: number): string {
  const w = length * 0.11;
  return `<path d="M0 0C${length * 0.3} ${-w} ${length * 0.7} ${-w} ${length} 0C${length * 0.7} ${w * 0.7} ${length * 0.3} ${w} 0 0Z" transform="translate(${x} ${y}) rotate(${angle})"/>`;
}

/** Shadow of a bamboo twig outside the window, as blurred brightness over `spread` cm of table. */
export async function bambooShade(
  spread: number,
  at: readonly [number, number],
  seed = 1,
  depth = 0.5,
): Promise<LightPattern> {
  const next = seededStream(seed);
  const leaves: string[] = [];
  for (let twig = 0; twig < 5; twig += 1) {
    const y0 = 20 + twig * 95 + next() * 40;
    for (let leaf = 0; leaf < 7; leaf += 1) {
      const x = leaf * 42 + next() * 30 - 40;
      leaves.push(leafPath(x, y0 + x * 0.28, 90 + next() * 90, 8 + next() * 62 - 16));
    }
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}"><rect width="100%" height="100%" fill="#fff"/><g fill="#000">${leaves.join("")}</g></svg>`;
  const { data } = drawSvg(svg);
  const soft = await sharp(Buffer.from(data), { raw: { width: SIZE, height: SIZE, channels: 4 } })
    .removeAlpha()
    .greyscale()
    .blur(5)
    .raw()
    .toBuffer();
  return (x, z) => {
    const px = Math.floor(((x - at[0]) / spread + 0.5) * SIZE);
    const py = Math.floor(((z - at[1]) / spread + 0.5) * SIZE);
    if (px < 0 || py < 0 || px >= SIZE || py >= SIZE) return 1;
    const share = (soft[py * SIZE + px] ?? 255) / 255;
    const rim = Math.min(px, py, SIZE - 1 - px, SIZE - 1 - py) / 60;
    return 1 - depth * (1 - share) * Math.min(1, rim);
  };
}
