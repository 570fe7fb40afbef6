import QRCode from "qrcode";

/** Medium correction: a poster in a photo of a screen, slightly blurred, must still be read. */
const errorCorrectionLevel = "M";
/** The quiet zone that the standard asks for, in modules. */
const margin = 4;

/** A QR code as SVG that fills the box it is shown in. */
export function drawQrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { type: "svg", errorCorrectionLevel, margin });
}

/**
 * A QR code as PNG, each module a whole number of pixels, so that its edges stay sharp.
 * @param moduleSize pixels per module
 */
export function drawQrPng(text: string, moduleSize: number): Promise<Buffer> {
  return QRCode.toBuffer(text, { type: "png", errorCorrectionLevel, margin, scale: moduleSize });
}

/** How many modules the code is wide, quiet zone included. */
export function countQrModules(text: string): number {
  return QRCode.create(text, { errorCorrectionLevel }).modules.size + 2 * margin;
}
