import { beforeAll, expect, test } from "vitest";
import { addDays } from "@/domain/metrics/calendar-day";
import { measure } from "@/domain/metrics/metric-list";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { costOfGoodsSoldFen } from "@/domain/stock/stock-report";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import { addPurchase, receive } from "@/e2e/purchase-fixtures";
import { liveWithStock, type StockAct } from "@/e2e/stock-life";
import { rollUpDays } from "@/features/insights/commands/roll-up-days";
import { askStockBoard } from "@/features/insights/queries/ask-stock-board";
import { readMeasures } from "@/features/insights/queries/read-measures";
import { type ReadBoard, readBoardRequest } from "@/features/insights/schema";
import { inMerchant } from "@/lib/db/in-merchant";

const since = new Date("2026-04-01T02:00:00Z");
const now = new Date("2026-04-20T02:00:00Z");
const dayMs = 86_400_000;

let a: TestMerchant;
beforeAll(async () => {
  ({ a } = await testMerchants());
  const sell = (units: number, laterMs: number): StockAct => ({
    kind: "sell",
    sku: 0,
    units,
    unitCostFen: 0n,
    laterMs,
    atBorder: false,
  });
  const acts: StockAct[] = [
    sell(30, 0),
    sell(30, dayMs),
    sell(30, dayMs),
    { ...sell(4, dayMs), kind: "return" },
  ];
  await liveWithStock(a, acts, since, now, { onNewDay: async () => {} });
});

function asked(values: Record<string, string>): ReadBoard {
  const request = readBoardRequest(values, now);
  if (!request.ok) throw new Error(request.reason);
  return request;
}

function ask(values: Record<string, string>) {
  const { merchantId } = a;
  return inMerchant(merchantId, (tx) =>
    askStockBoard(tx, { merchantId, request: asked(values), now }),
  );
}

const april = { from: "2026-04-01", until: "2026-04-19", window: "custom" };

test("the cost of goods sold is the same on the board of stock as on all the others", async () => {
  const { merchantId } = a;
  const window = { from: "2026-04-01", to: "2026-04-20" };
  await rollUpDays(merchantId, window, now);
  const { current } = await ask(april);
  const [measures] = await inMerchant(merchantId, (tx) =>
    readMeasures(tx, { merchantId, slice: { kind: "all", key: "" }, windows: [window] }),
  );
  if (!measures) throw new Error("nothing measured");
  expect(measure("soldCost", measures).value).toBe(costOfGoodsSoldFen(current.totals.report));
  expect(costOfGoodsSoldFen(current.totals.report)).toBe(86n * 4_950n);
  expect(current.netSalesFen).toBe(86n * 9_900n);
});

test("a proposal is (lead time + safety days) × daily sales − on hand − on order, and waits for what is ordered", async () => {
  // 86 units in the last 30 days; 14 on hand; a week of lead time and one of safety.
  const [before] = (await ask(april)).reorders;
  expect(before).toMatchObject({
    soldUnits: 86,
    soldDays: 30,
    onHand: 14,
    onOrder: 0,
    leadDays: 7,
  });
  expect(before?.units).toBe(Math.ceil((14 * 86) / 30) - 14);
  const order = await addPurchase(a, [{ skuId: a.skuIds[0], units: 20, unitCostFen: 5_000n }], now);
  const [ordered] = (await ask(april)).reorders;
  expect(ordered).toMatchObject({ onOrder: 20, units: (before?.units ?? 0) - 20 });
  expect(ordered?.supplierId).not.toBeNull();
  await receive(a, order, [[1, 20]], now);
  const [received] = (await ask(april)).reorders;
  expect(received).toMatchObject({ onHand: 34, onOrder: 0, units: (before?.units ?? 0) - 20 });
});

test("a part of the shop shows its own goods; a channel is no part of a warehouse", async () => {
  const [productId] = a.productIds;
  const part = await ask({ ...april, slice: `product:${productId}` });
  expect(part.current.totals.carriedSkus).toBe(2);
  const channel = await ask({ ...april, slice: "channel:poster" });
  expect(channel.current).toEqual((await ask(april)).current);
});

test("goods that nobody buys are slow after as many days as the merchant says", async () => {
  const slow = async (until: string) => {
    const later = new Date(`${addDays(until, 1)}T01:00:00Z`);
    const request = readBoardRequest({ window: "custom", from: "2026-04-01", until }, later);
    if (!request.ok) throw new Error(request.reason);
    const { merchantId } = a;
    const board = await inMerchant(merchantId, (tx) =>
      askStockBoard(tx, { merchantId, request, now: later }),
    );
    expect(board.slowMovers).toHaveLength(board.current.totals.slowMovers);
    return board.slowMovers.map(({ skuId }) => skuId);
  };
  const opened = await inMerchant(a.merchantId, (tx) =>
    tx.stockMovement.findFirstOrThrow({ orderBy: { createdAt: "asc" } }),
  );
  const unsold = addDays(shanghaiDay(opened.createdAt), 60);
  expect(await slow("2026-04-19")).toEqual(
    unsold <= "2026-04-19" ? expect.arrayContaining([a.skuIds[1], a.skuIds[2]]) : [],
  );
  // The first one was sold last on the 3rd of April: sixty days later it is slow.
  expect(await slow("2026-06-01")).not.toContain(a.skuIds[0]);
  expect(await slow("2026-06-02")).toContain(a.skuIds[0]);
});

test("a window before the shop had anything is empty and no ratio is made up", async () => {
  const { current, skus, slowMovers } = await ask({
    window: "custom",
    from: "2020-01-01",
    until: "2020-02-01",
  });
  expect(current.totals).toMatchObject({ carriedSkus: 0, soldSkus: 0, valueDaysFen: 0n });
  expect([skus, slowMovers]).toEqual([[], []]);
});
