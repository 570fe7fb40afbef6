import { Resvg } from "@resvg/resvg-js";
import { createElement } from "react";
import satori from "satori";
import sharp from "sharp";
import { posterFonts } from "@/lib/poster/poster-fonts";
import {
  PosterLayout,
  type PosterText,
  posterHeight,
  posterWidth,
  qrPlace,
} from "@/lib/poster/poster-layout";
import { countQrModules, drawQrPng } from "@/lib/qr/draw-qr";

/** Device pixels per CSS pixel: sharp on the phones of today, 1125 px wide. */
const scale = 3;

/**
 * Draws a poster. Text is set as outlines by satori; product and QR code are laid over it at full
 * resolution, the code with whole pixels per module.
 * @param poster.picture of the product in any common format, cropped to a square; null for none
 * @returns a PNG of 1125 x 1944 pixels
 */
export async function drawPoster(poster: {
  text: PosterText;
  url: string;
  picture: Buffer | null;
}): Promise<Buffer> {
  const svg = await satori(createElement(PosterLayout, { text: poster.text }), {
    width: posterWidth,
    height: posterHeight,
    fonts: await posterFonts(),
  });
  const words = new Resvg(svg, { fitTo: { mode: "width", value: posterWidth * scale } }).render();
  const code = await drawCode(poster.url);
  return sharp(words.asPng())
    .composite([{ input: await drawPicture(poster.picture), left: 0, top: 0 }, code])
    .png({ compressionLevel: 9 })
    .toBuffer();
}

function drawPicture(picture: Buffer | null): Promise<Buffer> {
  const side = posterWidth * scale;
  if (picture) return sharp(picture).resize(side, side, { fit: "cover" }).png().toBuffer();
  const background = "#e3ecdc";
  return sharp({ create: { width: side, height: side, channels: 3, background } })
    .png()
    .toBuffer();
}

async function drawCode(url: string): Promise<{ input: Buffer; left: number; top: number }> {
  const place = qrPlace.size * scale;
  const modules = countQrModules(url);
  const moduleSize = Math.floor(place / modules);
  const rest = Math.floor((place - moduleSize * modules) / 2);
  return {
    input: await drawQrPng(url, moduleSize),
    left: qrPlace.left * scale + rest,
    top: qrPlace.top * scale + rest,
  };
}
