import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { guessColumns } from "@/domain/history/mapping";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { failHistoryImport } from "@/features/history/commands/fail-history-import";
import { previewHistoryImport } from "@/features/history/commands/preview-history-import";
import { resumeHistoryImport } from "@/features/history/commands/resume-history-import";
import { runHistoryImport } from "@/features/history/commands/run-history-import";
import { stageHistoryLines } from "@/features/history/commands/stage-history-lines";
import { startHistoryImport } from "@/features/history/commands/start-history-import";
import { undoHistoryImport } from "@/features/history/commands/undo-history-import";
import { listRefusedLines } from "@/features/history/queries/list-refused-lines";
import { historyPreviewSchema, type RefusedFilter } from "@/features/history/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const now = new Date("2026-06-01T04:00:00.000Z");
const staff = { merchantId: a.merchantId, staffId: a.ownerId };
const heads = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,CustomerID,Country";

/** Made up, with the same kinds of dirt as real exports. */
const dirty = [
  heads,
  "1001,A1,红茶,2,2026-01-05 10:00:00,12.50,C7,广东省",
  "1001,A1,红茶,1,2026-01-05 10:01:00,12.50,C7,广东省",
  "1001,POST,邮费,1,2026-01-05 10:00:00,8,C7,广东省",
  "1002,B2,绿茶,3,2026-01-06 09:00:00,2.955,,浙江省",
  "",
  "1001,B2,绿茶,1,2026-01-05 09:59:00,3.00,C7,广东省",
  "C1003,A1,红茶,-1,2026-02-01 12:00:00,12.50,C7,广东省",
  "C1004,M,手工,1,2026-02-01 12:00:00,5,,广东省",
  "A1005,B,坏账,1,2026-02-02 12:00:00,-900,,广东省",
  "1006,A1,破损,-4,2026-02-03 12:00:00,0,,广东省",
  '1007,A1,"多行\n赠品",1,2026-02-03 12:00:00,0.001,,广东省',
  "1008,A1,日期,1,2026-02-31 12:00:00,5,,广东省",
].join("\r\n");

async function open(text: string | Uint8Array, name = "orders.csv") {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return previewHistoryImport(staff, { name, chunks: chunksOf(bytes) }, now);
}

async function* chunksOf(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100);
}

async function start(text: string | Uint8Array): Promise<string> {
  const opened = await open(text);
  if (!opened.ok) throw new Error(opened.reason);
  const { importId } = opened;
  const { preview } = await rowOf(importId);
  const columns = guessColumns(historyPreviewSchema.parse(preview).heads);
  const mapping = { columns, dateOrder: "ymd", refundPrefix: "C", ignoredPrefix: "A" } as const;
  expect(await startHistoryImport(staff, { importId, mapping }, now)).toEqual({ ok: true });
  return importId;
}

const rowOf = (importId: string) =>
  inMerchant(a.merchantId, (tx) => tx.historyImport.findFirstOrThrow({ where: { id: importId } }));

const ordersOf = (importId: string) =>
  inMerchant(a.merchantId, (tx) =>
    tx.historyOrder.findMany({ where: { importId }, orderBy: { invoiceNo: "asc" } }),
  );

const faultsOf = (importId: string) =>
  inMerchant(a.merchantId, async (tx) => {
    const where = { importId, kind: "refused" as const };
    const lines = await tx.historyLine.findMany({ where, orderBy: { lineNo: "asc" } });
    return lines.map(({ lineNo, fault }) => [lineNo, fault]);
  });

test("every line of a dirty file is an order's, a refund's, or refused with its reason", async () => {
  const importId = await start(gzipSync(dirty));
  expect(await runHistoryImport(a.merchantId, importId, () => now)).toEqual({ ok: true });
  expect(await rowOf(importId)).toMatchObject({
    state: "done",
    readLines: 11,
    saleLines: 5,
    refundLines: 1,
    refusedLines: 5,
    orders: 2,
    refunds: 1,
  });
  expect(await ordersOf(importId)).toMatchObject([
    // The invoice's lines stand apart and at three times: one order, at the earliest.
    {
      invoiceNo: "1001",
      kind: "sale",
      soldAt: new Date("2026-01-05T01:59:00Z"),
      customerRef: "C7",
      lineCount: 4,
      units: 5,
      amountFen: 4_850n,
    },
    { invoiceNo: "1002", units: 3, amountFen: 888n, customerRef: "" },
    { invoiceNo: "C1003", kind: "refund", units: 1, amountFen: 1_250n },
  ]);
  expect(await faultsOf(importId)).toEqual([
    [9, "refund_not_negative"],
    [10, "not_an_order"],
    [11, "quantity_not_positive"],
    [12, "price_not_positive"],
    [13, "date_unreadable"],
  ]);
  const times = await inMerchant(a.merchantId, (tx) =>
    tx.historyLine.findMany({ where: { importId, invoiceNo: "1001" }, distinct: ["soldAt"] }),
  );
  expect(times).toHaveLength(1);
  const unread = "update history_line set quantity = null where import_id = $1 and kind = 'sale'";
  await expect(asSuperuser((db) => db.query(unread, [importId]))).rejects.toThrow(/taken_is_read/);
  await undoHistoryImport(staff, importId, now);
});

test("the same file again doubles nothing, and after undoing it can be taken anew", async () => {
  const first = await start(dirty);
  await runHistoryImport(a.merchantId, first, () => now);
  const second = await start(dirty);
  await runHistoryImport(a.merchantId, second, () => now);
  expect(await rowOf(second)).toMatchObject({ saleLines: 0, refundLines: 0, orders: 0 });
  expect((await faultsOf(second)).filter(([, fault]) => fault === "imported_before")).toHaveLength(
    6,
  );
  expect(await undoHistoryImport({ ...staff, merchantId: b.merchantId }, first, now)).toEqual({
    ok: false,
    reason: "not_found",
  });
  expect(await undoHistoryImport(staff, first, now)).toEqual({ ok: true });
  expect(await undoHistoryImport(staff, first, now)).toEqual({
    ok: false,
    reason: "undone_already",
  });
  expect(await ordersOf(first)).toEqual([]);
  const third = await start(dirty);
  await runHistoryImport(a.merchantId, third, () => now);
  expect((await rowOf(third)).orders).toBe(2);
  await undoHistoryImport(staff, third, now);
});

test("an import that was cut off goes on behind its last batch; two workers at once count each line once", async () => {
  const many = Array.from(
    { length: 12_000 },
    (_, index) => `I${index},S${index % 50},茶,1,2026-03-01 10:00:00,1.00,,`,
  );
  const importId = await start([heads, ...many].join("\n"));
  const cut = { kind: "sale", invoiceNo: "I0", code: "S0", title: "茶" } as const;
  const rest = { isService: false, quantity: 1, unitPriceFen: 100n, amountFen: 100n };
  const soldAt = new Date("2026-03-01T02:00:00Z");
  const texts = { customerRef: "", region: "", fault: "" } as const;
  const staged = { lineNo: 2, ...cut, ...rest, soldAt, ...texts };
  await stageHistoryLines(a.merchantId, importId, [staged]);
  await stageHistoryLines(a.merchantId, importId, [staged]);
  await Promise.all([
    runHistoryImport(a.merchantId, importId, () => now),
    runHistoryImport(a.merchantId, importId, () => now),
  ]);
  expect(await rowOf(importId)).toMatchObject({
    state: "done",
    readLines: 12_000,
    saleLines: 12_000,
    orders: 12_000,
  });
  await undoHistoryImport(staff, importId, now);
});

test("what the worker gave up goes on where it was when somebody says so; what is broken does not", async () => {
  const importId = await start(dirty);
  const ended = (failure: "gave_up" | "file_broken") =>
    failHistoryImport(a.merchantId, { importId, failure }, now);
  await ended("gave_up");
  expect(await resumeHistoryImport({ ...staff, merchantId: b.merchantId }, importId, now)).toEqual({
    ok: false,
    reason: "not_resumable",
  });
  expect(await resumeHistoryImport(staff, importId, now)).toEqual({ ok: true });
  await runHistoryImport(a.merchantId, importId, () => now);
  expect(await rowOf(importId)).toMatchObject({ state: "done", failure: "", orders: 2 });
  await undoHistoryImport(staff, importId, now);

  const broken = await start(dirty);
  await failHistoryImport(a.merchantId, { importId: broken, failure: "file_broken" }, now);
  expect((await resumeHistoryImport(staff, broken, now)).ok).toBe(false);
  await undoHistoryImport(staff, broken, now);
});

test("a column that the file does not have is refused before anything is read", async () => {
  const opened = await open(dirty);
  if (!opened.ok) throw new Error(opened.reason);
  const { importId } = opened;
  const columns = { invoiceNo: 0, code: 1, quantity: 3, soldAt: 4, unitPrice: 8 };
  const mapping = { columns, dateOrder: "ymd", refundPrefix: "C", ignoredPrefix: "A" } as const;
  expect(await startHistoryImport(staff, { importId, mapping }, now)).toEqual({
    ok: false,
    reason: "column_unknown",
  });
  expect((await rowOf(importId)).state).toBe("previewed");
  await undoHistoryImport(staff, importId, now);
});

test("refused lines come in the file's order, of one reason or all, page by page", async () => {
  const importId = await start(dirty);
  await runHistoryImport(a.merchantId, importId, () => now);
  const list = (filter: RefusedFilter, merchantId: AuthorizedMerchantId = a.merchantId) =>
    inMerchant(merchantId, (tx) =>
      listRefusedLines(tx, { merchantId, importId, filter, limit: 3 }),
    );
  const first = await list({});
  expect(first.lines.map(({ lineNo }) => lineNo)).toEqual([9, 10, 11]);
  const second = await list({ cursor: first.nextCursor ?? "" });
  expect(second).toMatchObject({ lines: [{ lineNo: 12 }, { lineNo: 13 }], nextCursor: null });
  expect((await list({ fault: "not_an_order" })).lines).toMatchObject([{ invoiceNo: "A1005" }]);
  expect((await list({}, b.merchantId)).lines).toEqual([]);
  await undoHistoryImport(staff, importId, now);
});

test.each([
  ["nothing", ""],
  ["a head without lines", heads],
  ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
  ["one column", "a\n1\n2\n"],
])("%s is no table", async (_what, content) => {
  expect(await open(content)).toEqual({ ok: false, reason: "no_table" });
});

test("a gzip file that was cut off is named broken, and none of it counts", async () => {
  const many = Array.from(
    { length: 60_000 },
    (_, index) => `X${index * 7919},S${index},茶${index * 31},1,2026-03-01 10:00:00,1.00,,`,
  );
  const whole = gzipSync([heads, ...many].join("\n"));
  const importId = await start(whole.subarray(0, whole.length - 1_000));
  expect(await runHistoryImport(a.merchantId, importId, () => now)).toEqual({
    ok: false,
    reason: "file_broken",
  });
  expect(await ordersOf(importId)).toEqual([]);
  await undoHistoryImport(staff, importId, now);
});

test("Chinese Excel's encoding and a cell of ten million signs are read", async () => {
  // "茶" in GBK.
  const gbk = Buffer.concat([
    Buffer.from(`${heads}\nG1,S1,`),
    Buffer.from([0xb2, 0xe8]),
    Buffer.from(`,1,2026-03-01,1.00,,\nG2,S1,${"x".repeat(10_000_000)},1,2026-03-01,1.00,,\n`),
  ]);
  const importId = await start(gbk);
  await runHistoryImport(a.merchantId, importId, () => now);
  const titles = await inMerchant(a.merchantId, (tx) =>
    tx.historyLine.findMany({ where: { importId }, orderBy: { lineNo: "asc" } }),
  );
  expect(titles.map(({ title }) => title.slice(0, 3))).toEqual(["茶", "xxx"]);
  await undoHistoryImport(staff, importId, now);
});
