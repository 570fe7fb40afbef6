import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { faultSize } from "@/e2e/faults/fault-size";
import { faultyShop } from "@/e2e/faults/faulty-shop";
import { type SpawnedProcess, spawnWorker } from "@/e2e/faults/spawn-process";
import { type StopPoint, stopAt } from "@/e2e/faults/stop-at";

/** In the middle of a batch, between batches, while orders are made of the lines, and in its COMMIT. */
const steps: { point: StopPoint; table: string; when: string }[] = [
  { point: "insert history_line", table: "history_line", when: "new.line_no = 2" },
  { point: "insert history_line", table: "history_line", when: "new.line_no = 7000" },
  { point: "commit", table: "history_line", when: "new.line_no = 6000" },
  { point: "insert history_order", table: "history_order", when: "new.invoice_no = 'K100'" },
  { point: "commit", table: "history_order", when: "new.invoice_no = 'K2000'" },
];
const chosen = faultSize({ small: steps.filter((_, index) => index === 1), full: steps });
const lines = 12_000;
const resumeWithinMs = 150_000;

const { url, settings } = await faultyShop();
const { testMerchants } = await import("@/e2e/database");
const { previewHistoryImport } = await import("@/features/history/commands/preview-history-import");
const { startHistoryImport } = await import("@/features/history/commands/start-history-import");
const { undoHistoryImport } = await import("@/features/history/commands/undo-history-import");
const { getHistoryImport } = await import("@/features/history/queries/get-history-import");
const { inMerchant } = await import("@/lib/db/in-merchant");
const { a } = await testMerchants();
const staff = { merchantId: a.merchantId, staffId: a.ownerId };

let running: SpawnedProcess | null = null;
afterAll(() => running?.kill());

/** Two lines to an invoice, each of one piece at 1 yuan; every sixth line is a gift. */
async function startImport(): Promise<string> {
  const rows = Array.from({ length: lines }, (_, index) => {
    const price = index % 6 === 0 ? "0" : "1.00";
    return `K${Math.floor(index / 2)},S${index % 50},茶,1,2026-03-01 10:00:00,${price}`;
  });
  const file = gzipSync(["Invoice,SKU,Title,Qty,Date,Price", ...rows].join("\n"));
  const chunks = (async function* () {
    yield file;
  })();
  const now = new Date();
  const opened = await previewHistoryImport(staff, { name: "old-shop.csv.gz", chunks }, now);
  if (!opened.ok) throw new Error(opened.reason);
  const columns = { invoiceNo: 0, code: 1, title: 2, quantity: 3, soldAt: 4, unitPrice: 5 };
  const mapping = { columns, dateOrder: "ymd", refundPrefix: "", ignoredPrefix: "" } as const;
  const { importId } = opened;
  expect(await startHistoryImport(staff, { importId, mapping }, now)).toEqual({ ok: true });
  return importId;
}

async function summaryWhenOver(importId: string) {
  const until = Date.now() + resumeWithinMs;
  for (;;) {
    const found = await inMerchant(a.merchantId, (tx) =>
      getHistoryImport(tx, { merchantId: a.merchantId, importId }),
    );
    if (found && found.summary.state !== "running") return found.summary;
    if (Date.now() > until) throw new Error(`not over in time: ${JSON.stringify(found?.summary)}`);
    await pause(500);
  }
}

test.each(chosen)(
  "worker killed in an import at $point when $when: the next one goes on, every line counts once",
  async ({ point, table, when }) => {
    const importId = await startImport();
    const stop = await stopAt(url, point, table, when);
    running = await spawnWorker(settings);
    await stop.reached();
    await running.kill();
    await stop.release();
    running = await spawnWorker(settings);
    expect(await summaryWhenOver(importId)).toMatchObject({
      state: "done",
      readLines: lines,
      saleLines: 10_000,
      refusedLines: 2_000,
      orders: 6_000,
    });
    await running.kill();
    expect(await undoHistoryImport(staff, importId, new Date())).toEqual({ ok: true });
  },
);
