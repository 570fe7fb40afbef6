import { mkdir, writeFile } from "node:fs/promises";
import sharp from "sharp";
import { STAGES } from "./compositions/all-stages";
import { SHOP_MARKS } from "./compositions/shop-marks";
import { drawSvg } from "./studio/art";
import { encodeOriginal, takePicture } from "./take-picture";

/**
 * Draws the demo's pictures again: `tsx prisma/seed/pictures/render.ts [part/parts] [name ...]`.
 * "1/2" draws every second picture, so that two processes can share the work. A picture takes
 * some ten seconds; the results are committed, so nobody needs this to start the shop.
 */
const FOLDER = new URL("./rendered/", import.meta.url);

async function drawMark(svg: string): Promise<Buffer> {
  const { data, width, height } = drawSvg(svg);
  return sharp(Buffer.from(data), { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png()
    .toBuffer();
}

async function draw(name: string): Promise<Buffer> {
  const mark = SHOP_MARKS.get(name);
  if (mark !== undefined) return drawMark(mark);
  const stage = STAGES.get(name);
  if (!stage) throw new Error(`There is no picture called ${name}.`);
  return takePicture(await stage());
}

const [first = "1/1", ...rest] = process.argv.slice(2);
const shard = /^(\d+)\/(\d+)$/.exec(first);
const wanted = shard ? rest : process.argv.slice(2);
const [part, parts] = [Number(shard?.[1] ?? 1), Number(shard?.[2] ?? 1)];

const all = [...STAGES.keys(), ...SHOP_MARKS.keys()];
const chosen = all
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .filter((_, index) => index % parts === part - 1);

await mkdir(FOLDER, { recursive: true });
for (const name of chosen) {
  const startedAt = performance.now();
  const webp = await encodeOriginal(await draw(name));
  await writeFile(new URL(`${name}.webp`, FOLDER), webp);
  const seconds = Math.ceil((performance.now() - startedAt) / 1000);
  process.stdout.write(`${name}  ${Math.ceil(webp.length / 1024)} kB  ${seconds} s\n`);
}
