import { readFile } from "node:fs/promises";
import { listSeedPictures } from "./list-seed-pictures";

/**
 * The original of one picture of the demo as WebP bytes: 1200 x 1200 for products, 1500 x 800
 * for scenes and banners, 800 x 800 for shop marks. Throws for a name that is not in
 * `listSeedPictures()`. The files are drawn by render.ts and committed, because drawing takes
 * minutes and the first start should not.
 */
export async function renderSeedPicture(name: string): Promise<Buffer> {
  if (!listSeedPictures().includes(name)) throw new Error(`There is no seed picture "${name}".`);
  return readFile(new URL(`./rendered/${name}.webp`, import.meta.url));
}
