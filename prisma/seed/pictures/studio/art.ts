import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import type { Ink } from "./color";

const require = createRequire(import.meta.url);
const fonts = dirname(require.resolve("@expo-google-fonts/noto-sans-sc/package.json"));
const FONT_FILES = ["300Light/NotoSansSC_300Light.ttf", "500Medium/NotoSansSC_500Medium.ttf"].map(
  (file) => join(fonts, file),
);

/** A flat picture printed on a thing. u runs left to right, v top to bottom, both 0 … 1. */
export type Print = (u: number, v: number) => Ink;

/** Draws an SVG document with the shop's type into RGBA bytes. */
export function drawSvg(svg: string): { data: Uint8Array; width: number; height: number } {
  const image = new Resvg(svg, {
    font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: "Noto Sans SC" },
  }).render();
  return { data: image.pixels, width: image.width, height: image.height };
}

const toLinear = (byte: number): number => (byte / 255) ** 2.2;

/** Turns an SVG drawing into a print that materials can sample; edges are clamped. */
export function print(svg: string): Print {
  const { data, width, height } = drawSvg(svg);
  const texel = (x: number, y: number, channel: number): number =>
    data[(y * width + x) * 4 + channel] ?? 0;
  return (u, v) => {
    const px = Math.min(width - 1.001, Math.max(0, u * width - 0.5));
    const py = Math.min(height - 1.001, Math.max(0, v * height - 0.5));
    const [x, y] = [Math.floor(px), Math.floor(py)];
    const [fx, fy] = [px - x, py - y];
    const mixed = [0, 1, 2].map((channel) => {
      const top = texel(x, y, channel) * (1 - fx) + texel(x + 1, y, channel) * fx;
      const low = texel(x, y + 1, channel) * (1 - fx) + texel(x + 1, y + 1, channel) * fx;
      return toLinear(top * (1 - fy) + low * fy);
    });
    return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0];
  };
}
