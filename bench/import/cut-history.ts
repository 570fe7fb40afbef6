import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";

/**
 * Writes the beginning of a history file, gzipped: a share of its lines, the head included.
 * @returns how many lines were written; a quoted cell over two lines counts as two
 */
export async function cutHistory(path: string, cut: string, share: number): Promise<number> {
  let lines = 0;
  for await (const _line of linesOf(path)) lines += 1;
  const wanted = Math.ceil(lines * share);
  await pipeline(Readable.from(firstOf(path, wanted)), createGzip(), createWriteStream(cut));
  return wanted;
}

async function* firstOf(path: string, wanted: number): AsyncGenerator<string> {
  let written = 0;
  for await (const line of linesOf(path)) {
    if (written >= wanted) return;
    written += 1;
    yield `${line}\n`;
  }
}

function linesOf(path: string): AsyncIterable<string> {
  const file = createReadStream(path);
  const input = path.endsWith(".gz") ? file.pipe(createGunzip()) : file;
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}
