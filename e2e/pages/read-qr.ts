import QRCode from "qrcode";
import sharp from "sharp";

type Bitmap = { width: number; height: number; isDark: (x: number, y: number) => boolean };
type Corner = { x: number; y: number; size: number };

/**
 * Whether the QR code in a PNG is, module for module, the one that leads to `text`: what equals it in
 * every module decodes to it. Finds the code anywhere in the picture by its three corner squares.
 */
export async function showsQrCodeOf(png: Buffer, text: string): Promise<boolean> {
  const bitmap = await readBitmap(png);
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  return findCorners(bitmap).some(({ x, y, size }) => {
    const unit = size / 7;
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        const isDark = bitmap.isDark(x + (column + 0.5) * unit, y + (row + 0.5) * unit);
        if (isDark !== Boolean(modules.get(row, column))) return false;
      }
    }
    return true;
  });
}

async function readBitmap(png: Buffer): Promise<Bitmap> {
  const grey = sharp(png).flatten({ background: "white" }).greyscale().raw();
  const { data, info } = await grey.toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const at = (x: number, y: number) =>
    data[(Math.floor(y) * width + Math.floor(x)) * channels] ?? 255;
  return { width, height, isDark: (x, y) => at(x, y) < 128 };
}

/** Squares whose middle row reads dark 1, light 1, dark 3, light 1, dark 1, with the same down. */
function findCorners(bitmap: Bitmap): Corner[] {
  const corners: Corner[] = [];
  for (let y = 0; y < bitmap.height; y += 1) {
    for (const { from, size } of cornerRuns((x) => bitmap.isDark(x, y), bitmap.width)) {
      const middle = from + size / 2;
      const top = topOf(bitmap, middle, y, size);
      if (top !== null) corners.push({ x: from, y: top, size });
    }
  }
  return corners;
}

function cornerRuns(isDark: (at: number) => boolean, length: number) {
  const edges = [0];
  for (let at = 1; at < length; at += 1) if (isDark(at) !== isDark(at - 1)) edges.push(at);
  edges.push(length);
  const found: { from: number; size: number }[] = [];
  for (let index = 0; index + 5 < edges.length; index += 1) {
    const [from = 0, ...ends] = edges.slice(index, index + 6);
    const size = (ends.at(-1) ?? 0) - from;
    const fits = [1, 2, 5, 6].every(
      (modules, part) => Math.abs((ends[part] ?? 0) - from - (modules * size) / 7) <= size / 28,
    );
    if (fits && size >= 14 && isDark(from)) found.push({ from, size });
  }
  return found;
}

/** The upper edge of a corner square whose middle row is y, or null when the column does not fit. */
function topOf(bitmap: Bitmap, x: number, y: number, size: number): number | null {
  const column = cornerRuns((at) => bitmap.isDark(x, at), bitmap.height);
  const square = column.find(
    (run) => Math.abs(run.size - size) <= 2 && Math.abs(run.from + size / 2 - y) <= 1,
  );
  return square ? square.from : null;
}
