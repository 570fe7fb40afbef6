import { readdirSync } from "node:fs";

const FOLDER = new URL("./rendered/", import.meta.url);

/** Names of all pictures of the demo, without extension, in alphabetical order. */
export function listSeedPictures(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".webp"))
    .map((file) => file.slice(0, -".webp".length))
    .sort();
}
