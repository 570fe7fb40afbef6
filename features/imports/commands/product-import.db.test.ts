import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { failProductImport } from "@/features/imports/commands/fail-product-import";
import { previewProductImport } from "@/features/imports/commands/preview-product-import";
import { runProductImport } from "@/features/imports/commands/run-product-import";
import { startProductImport } from "@/features/imports/commands/start-product-import";
import { getImport } from "@/features/imports/queries/get-import";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const now = new Date("2026-06-01T04:00:00.000Z");
const staff = { merchantId: a.merchantId, staffId: a.ownerId };
const file = (text: string) => ({ name: "products.csv", bytes: new TextEncoder().encode(text) });

async function start(text: string): Promise<string> {
  const preview = await previewProductImport(staff, file(text), now);
  if (!preview.ok) throw new Error(preview.reason);
  const started = await startProductImport(staff, preview.importId, now);
  expect(started).toEqual({ ok: true });
  return preview.importId;
}

async function runAll(importId: string, limit: number): Promise<void> {
  while ((await runProductImport(a.merchantId, importId, { now, limit })).taken > 0);
}

const view = (importId: string) =>
  inMerchant(a.merchantId, (tx) => getImport(tx, { merchantId: a.merchantId, importId }));

const findSku = (code: string) =>
  inMerchant(a.merchantId, (tx) =>
    tx.sku.findUnique({
      where: { merchantId_code: { merchantId: a.merchantId, code } },
      include: { stock: true, product: true },
    }),
  );

test("a preview names the fault of each line and changes nothing of the catalogue", async () => {
  const text = [
    "商品名称,规格编码,分类,售价,库存",
    '"=HYPERLINK(""http://x"",""y"")",P-1,全部,￥１２．５０,3',
    "好粽,P-2,全部,-5,3",
    ",P-3,全部,5,3",
    "好粽,P-1,全部,5,3",
    "好粽,P-4,全部,5,1.5",
  ].join("\r\n");
  const preview = await previewProductImport(staff, file(text), now);
  if (!preview.ok) throw new Error(preview.reason);
  const found = await view(preview.importId);
  expect(found?.summary).toMatchObject({ totalLines: 5, errorLines: 4, state: "previewed" });
  expect(found?.faulty.map(({ lineNo, error }) => [lineNo, error?.column, error?.fault])).toEqual([
    [3, "unitPrice", "fault.money.negative"],
    [4, "title", "fault.required"],
    [5, "code", "fault.twice"],
    [6, "stock", "fault.number"],
  ]);
  expect(await findSku("P-1")).toBeNull();
});

test("an import that cannot go on ends as failed, keeps what it took, and is not failed once it is done", async () => {
  const importId = await start(
    "商品名称,规格编码,分类,售价\n停一,STOP-1,全部,5\n停二,STOP-2,全部,5\n",
  );
  await runProductImport(a.merchantId, importId, { now, limit: 1 });
  await failProductImport(b.merchantId, importId, now);
  expect((await view(importId))?.summary.state).toBe("running");
  await failProductImport(a.merchantId, importId, now);
  await runAll(importId, 10);
  expect((await view(importId))?.summary).toMatchObject({ state: "failed", doneLines: 1 });
  expect([await findSku("STOP-1"), await findSku("STOP-2")]).toEqual([expect.anything(), null]);
});

test("lines of one title become one draft with several SKUs and their stock", async () => {
  const importId = await start(
    "title,code,option,category,price,list price,cost,stock\n红枣粽,R-1,两只,新分类,12.5,15,6,20\n红枣粽,R-2,六只,新分类,36,,18,\n",
  );
  await runAll(importId, 10);
  const [first, second] = [await findSku("R-1"), await findSku("R-2")];
  expect(first).toMatchObject({ unitPriceFen: 1250n, listPriceFen: 1500n, costFen: 600n });
  expect(first?.stock?.onHand).toBe(20);
  expect(first?.product.status).toBe("draft");
  expect(second?.productId).toBe(first?.productId);
  expect((await view(importId))?.summary).toMatchObject({ state: "done", doneLines: 2 });
});

test("a run that is cut off goes on where it was, and each line is taken once", async () => {
  const lines = Array.from({ length: 25 }, (_, index) => `续粽${index},K-${index},全部,5,7`);
  const importId = await start(`title,code,category,price,stock\n${lines.join("\n")}\n`);
  const run = { now, limit: 10 };
  await runProductImport(a.merchantId, importId, run);
  // Two workers after the cut, at once: neither repeats what the other holds.
  await Promise.all([
    runProductImport(a.merchantId, importId, run),
    runProductImport(a.merchantId, importId, run),
  ]);
  await runAll(importId, 10);
  const movements = await inMerchant(a.merchantId, (tx) =>
    tx.stockMovement.groupBy({
      by: ["skuId"],
      where: { merchantId: a.merchantId, stock: { sku: { code: { startsWith: "K-" } } } },
      _sum: { delta: true },
      _count: true,
    }),
  );
  expect(movements).toHaveLength(25);
  expect(movements.every(({ _sum, _count }) => _sum.delta === 7 && _count === 1)).toBe(true);
  expect((await view(importId))?.summary).toMatchObject({ doneLines: 25, state: "done" });
});

test("a line that fails in the run is kept with its reason and the others are taken", async () => {
  const known = await inMerchant(a.merchantId, (tx) =>
    tx.sku.findFirstOrThrow({ where: { id: a.skuIds[0] } }),
  );
  const importId = await start(
    `title,code,category,price\n别的商品,${known.code},全部,5\n新商品,N-1,全部,5\n`,
  );
  await runAll(importId, 10);
  const found = await view(importId);
  expect(found?.summary).toMatchObject({ doneLines: 1, errorLines: 1, state: "done" });
  expect(found?.faulty[0]?.error).toEqual({ column: "code", fault: "fault.otherProduct" });
});

test("another merchant neither starts, runs nor sees an import", async () => {
  const preview = await previewProductImport(
    staff,
    file("title,code,category,price\n甲,X-1,全部,5\n"),
    now,
  );
  if (!preview.ok) throw new Error(preview.reason);
  const { importId } = preview;
  const other = { merchantId: b.merchantId, staffId: b.ownerId };
  expect(await startProductImport(other, importId, now)).toEqual({
    ok: false,
    reason: "not_previewed",
  });
  await startProductImport(staff, importId, now);
  expect(await runProductImport(b.merchantId, importId, { now, limit: 5 })).toEqual({ taken: 0 });
  expect(
    await inMerchant(b.merchantId, (tx) => getImport(tx, { merchantId: b.merchantId, importId })),
  ).toBeNull();
  expect((await view(importId))?.summary.doneLines).toBe(0);
});

test("what is no table is refused in words: no text, no lines, no columns", async () => {
  const zip = { name: "x.xlsx", bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]) };
  expect(await previewProductImport(staff, zip, now)).toEqual({ ok: false, reason: "not_text" });
  expect(await previewProductImport(staff, file("title,code\n"), now)).toEqual({
    ok: false,
    reason: "empty",
  });
  expect(await previewProductImport(staff, file("title,code\n甲,1\n"), now)).toEqual({
    ok: false,
    reason: "column_missing",
    columns: ["category", "unitPrice"],
  });
});

test("100,000 lines are read and kept, one more is refused", { timeout: 180_000 }, async () => {
  const head = "title,code,category,price\n";
  const lines = Array.from({ length: 100_000 }, (_, index) => `大批,B-${index},全部,5`).join("\n");
  const preview = await previewProductImport(staff, file(head + lines), now);
  if (!preview.ok) throw new Error(preview.reason);
  expect((await view(preview.importId))?.summary).toMatchObject({
    totalLines: 100_000,
    errorLines: 0,
  });
  expect(await previewProductImport(staff, file(`${head}${lines}\n一个,Z,全部,5`), now)).toEqual({
    ok: false,
    reason: "too_many_lines",
  });
});
