import { csvByteOrderMark, writeCsv } from "@/lib/csv/write-csv";

type Page = { rows: string[][]; nextCursor: string | null };

/**
 * A list of any length as a file, read page by page while it is written.
 * @param readPage gives the rows below a cursor; undefined stands for the beginning
 */
export function streamCsv(
  fileName: string,
  head: readonly string[],
  readPage: (cursor: string | undefined) => Promise<Page>,
): Response {
  const encoder = new TextEncoder();
  let cursor: string | undefined;
  let begun = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!begun) controller.enqueue(encoder.encode(csvByteOrderMark + writeCsv([head])));
      begun = true;
      const { rows, nextCursor } = await readPage(cursor);
      controller.enqueue(encoder.encode(writeCsv(rows)));
      if (nextCursor === null) controller.close();
      else cursor = nextCursor;
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
    },
  });
}
