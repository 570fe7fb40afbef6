import { createReadStream } from "node:fs";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import Papa from "papaparse";
import type { TableFormat } from "@/lib/csv/sniff-table";

/** One row of a file; the head is row 1, empty rows are counted. */
export type TableRow = { lineNo: number; cells: string[] };

/**
 * Reads a table row by row in batches, in memory that does not grow with the file. Bytes that are no text
 * in its encoding come as U+FFFD.
 * @throws what reading or unpacking throws, such as a gzip file that was cut off
 */
export async function* streamTable(
  path: string,
  format: TableFormat,
  batchSize: number,
): AsyncGenerator<TableRow[]> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const bytes: Readable = format.gzip ? file.pipe(createGunzip()) : file;
  const rows = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter: format.delimiter });
  const feeding = pipeline(bytes, decoder(format.encoding), rows);
  // Papa's stream ends by itself when the pipeline fails; the failure is thrown below.
  const failure = feeding.then(
    () => null,
    (error: unknown) => error,
  );
  if (bytes !== file) file.once("error", (error) => bytes.destroy(error));
  let lineNo = 0;
  let batch: TableRow[] = [];
  for await (const cells of rows) {
    lineNo += 1;
    if (lineNo > 1 && !isEmpty(cells)) batch.push({ lineNo, cells });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  const error = await failure;
  if (error !== null) throw error;
  if (batch.length > 0) yield batch;
}

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === "");

function decoder(encoding: TableFormat["encoding"]): Transform {
  const text = new TextDecoder(encoding);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, text.decode(chunk, { stream: true }));
    },
    flush(done) {
      done(null, text.decode());
    },
  });
}
