import { readFile } from "node:fs/promises";
import { join } from "node:path";

type PosterFont = { name: string; data: Buffer; weight: 400 | 700; style: "normal" };

let loaded: Promise<PosterFont[]> | undefined;

/** Noto Sans SC in two weights, about 20 MB: read at the first poster, kept for the others. */
export function posterFonts(): Promise<PosterFont[]> {
  loaded ??= Promise.all([read("400Regular", 400), read("700Bold", 700)]);
  return loaded;
}

async function read(cut: string, weight: PosterFont["weight"]): Promise<PosterFont> {
  const file = `node_modules/@expo-google-fonts/noto-sans-sc/${cut}/NotoSansSC_${cut}.ttf`;
  const data = await readFile(join(process.cwd(), file));
  return { name: "Noto Sans SC", data, weight, style: "normal" };
}
