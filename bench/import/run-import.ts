import { createReadStream } from "node:fs";
import type { ImportRun } from "@/bench/import/import-elsewhere";
import { guessColumns } from "@/domain/history/mapping";
import { testMerchants } from "@/e2e/database";
import { previewHistoryImport } from "@/features/history/commands/preview-history-import";
import { runHistoryImport } from "@/features/history/commands/run-history-import";
import { startHistoryImport } from "@/features/history/commands/start-history-import";
import { undoHistoryImport } from "@/features/history/commands/undo-history-import";
import { getHistoryImport } from "@/features/history/queries/get-history-import";
import { systemClock } from "@/lib/clock/now";
import { disconnectDatabase } from "@/lib/db/client";
import { inMerchant } from "@/lib/db/in-merchant";

/** Upload, preview, start and run of one file, as the worker does it; then it is taken back. */
const [path = ""] = process.argv.slice(2);
const { a } = await testMerchants();
const { merchantId } = a;
const staff = { merchantId, staffId: a.ownerId };
const now = new Date();

const begin = performance.now();
const upload = { name: "history.csv.gz", chunks: createReadStream(path) };
const opened = await previewHistoryImport(staff, upload, now);
if (!opened.ok) throw new Error(opened.reason);
const { importId } = opened;
const read = () => inMerchant(merchantId, (tx) => getHistoryImport(tx, { merchantId, importId }));
const columns = guessColumns((await read())?.preview.heads ?? []);
const mapping = { columns, dateOrder: "ymd", refundPrefix: "C", ignoredPrefix: "A" } as const;
await startHistoryImport(staff, { importId, mapping }, now);
const ran = await runHistoryImport(merchantId, importId, systemClock);
const seconds = (performance.now() - begin) / 1_000;
const peakMb = process.resourceUsage().maxRSS / 1_024;

const found = await read();
if (!ran.ok || !found) throw new Error(ran.ok ? "the import is gone" : ran.reason);
const undoBegin = performance.now();
await undoHistoryImport(staff, importId, now);
const undoSeconds = (performance.now() - undoBegin) / 1_000;
await disconnectDatabase();

const { readLines, saleLines, refundLines, refusedLines, orders, refunds } = found.summary;
const run: ImportRun = {
  readLines,
  saleLines,
  refundLines,
  refusedLines,
  orders,
  refunds,
  seconds: Number(seconds.toPrecision(3)),
  undoSeconds: Number(undoSeconds.toPrecision(3)),
  linesPerSecond: Math.round(readLines / seconds),
  peakMb: Math.round(peakMb),
};
console.log(JSON.stringify(run));
