import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import Papa from "papaparse";

/** Enough to tell encoding and separator, and to show somebody what the file looks like. */
const sampleBytes = 256 * 1024;

export type TableFormat = {
  gzip: boolean;
  encoding: "utf-8" | "utf-16le" | "gb18030";
  delimiter: string;
};

/**
 * Looks at the beginning of a table in a file, gzipped or not: UTF-8, UTF-16 with its mark, or else GBK
 * as Chinese Excel writes it; comma, semicolon or tab.
 * @returns the format, the heads and the first rows; null for what is no table
 */
export async function sniffTable(
  path: string,
  maxRows: number,
): Promise<{ format: TableFormat; heads: string[]; rows: string[][] } | null> {
  const gzip = await isGzip(path);
  const bytes = await readSample(path, gzip);
  if (bytes === null || bytes.includes(0) !== hasUtf16Mark(bytes)) return null;
  const encoding = findEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const parsed = Papa.parse<string[]>(text, {
    delimitersToGuess: [",", ";", "\t"],
    preview: maxRows + 1,
    skipEmptyLines: "greedy",
  });
  const [heads, ...rows] = parsed.data;
  if (!heads || heads.length < 2 || rows.length === 0) return null;
  const clipped = rows.map((row) => row.map((cell) => cell.slice(0, 200)));
  const format = { gzip, encoding, delimiter: parsed.meta.delimiter };
  return { format, heads: heads.map((head) => head.trim().slice(0, 200)), rows: clipped };
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

async function readSample(path: string, gzip: boolean): Promise<Buffer | null> {
  const file = createReadStream(path);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of gzip ? file.pipe(createGunzip()) : file) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= sampleBytes) break;
    }
  } catch {
    return null;
  } finally {
    file.destroy();
  }
  return Buffer.concat(chunks).subarray(0, sampleBytes);
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe;
}

function findEncoding(bytes: Uint8Array): TableFormat["encoding"] {
  if (hasUtf16Mark(bytes)) return "utf-16le";
  // As a stream: the sample may end in the middle of a sign.
  const text = new TextDecoder("utf-8").decode(bytes, { stream: true });
  const bad = text.match(/\uFFFD/g)?.length ?? 0;
  if (bad === 0) return "utf-8";
  // Somebody pasted a few cells from elsewhere: those are unreadable, and the others need not be.
  const good = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return good > 2 * bad ? "utf-8" : "gb18030";
}
