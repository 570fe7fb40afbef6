import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { addFreeFreight, addRule, payTestOrder, placeTestOrder } from "@/e2e/order-fixtures";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { askBestSellersBoard } from "@/features/insights/queries/ask-best-sellers-board";
import { askProductsBoard } from "@/features/insights/queries/ask-products-board";
import { readBoardRequest } from "@/features/insights/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const { a, b } = await testMerchants();
const { merchantId } = a;
const [first, second] = a.productIds;
const now = new Date("2026-08-03T00:00:00+08:00");

/** In July the first product leads; in June it was the second. SKUs lie with the products in turn. */
const sold = [
  ["2025-07-10", 1, 4],
  ["2026-06-20", 0, 1],
  ["2026-06-21", 1, 5],
  ["2026-07-05", 0, 9],
  ["2026-07-31", 1, 2],
] as const;
const netOf = new Map<string, bigint>();
await addFreeFreight(a);
await addRule(a, { level: 1, rateBps: 1_000 }, new Date("2026-06-01T00:00:00Z"));
for (const [day, which, quantity] of sold) {
  const noon = new Date(`${day}T12:00:00+08:00`);
  const skuId = a.skuIds[which] ?? "";
  const order = await placeTestOrder(a, a.buyer, [{ skuId, quantity }], noon);
  await payTestOrder(a, order, noon);
  netOf.set(day, order.payableFen);
}
await advanceRollUps(merchantId, now);

function requestOf(slice: string) {
  const request = readBoardRequest({ from: "2026-07-01", until: "2026-07-31", slice }, now);
  if (!request.ok) throw new Error(request.reason);
  return request;
}

function askBoard(merchant: AuthorizedMerchantId, slice = "") {
  const asked = { merchantId: merchant, request: requestOf(slice), order: "units" } as const;
  return inMerchant(merchant, (tx) => askBestSellersBoard(tx, asked));
}

test("products stand by what they sold, beside their place before and their class by cumulative sales", async () => {
  const { rows, classes } = await askBoard(merchantId);
  const shown = rows.map(({ key, rank, rankBefore, figures, abc }) => {
    return { key, rank, rankBefore, units: figures.units, abcClass: abc.abcClass };
  });
  expect(shown).toEqual([
    { key: first, rank: 1, rankBefore: 2, units: 9, abcClass: "A" },
    { key: second, rank: 2, rankBefore: 1, units: 2, abcClass: "C" },
  ]);
  const products = Object.values(classes).reduce((sum, one) => sum + one.products, 0);
  const netFen = Object.values(classes).reduce((sum, one) => sum + one.netSalesFen, 0n);
  const [july = 0n, late = 0n] = ["2026-07-05", "2026-07-31"].map((day) => netOf.get(day));
  expect([products, netFen]).toEqual([2, july + late]);
});

test("a day that lies in the window and in the one it is compared with counts in both", async () => {
  const days = { from: "2025-07-01", until: "2026-07-31", compare: "last_year" };
  const request = readBoardRequest(days, now);
  if (!request.ok || request.compare?.to !== "2025-08-01") throw new Error("no overlap");
  const asked = { merchantId, request, order: "units" } as const;
  const { rows } = await inMerchant(merchantId, (tx) => askBestSellersBoard(tx, asked));
  expect(rows.map(({ key, rankBefore, figures }) => [key, rankBefore, figures.units])).toEqual([
    [second, 1, 11],
    [first, null, 10],
  ]);
});

test("a scene's boards of products hold the products that stand in it today, ranked among themselves", async () => {
  const sceneId = newId();
  await inMerchant(merchantId, async (tx) => {
    await tx.scene.create({ data: { merchantId, id: sceneId, slug: sceneId, title: "送礼" } });
    await tx.sceneProduct.create({ data: { merchantId, sceneId, productId: second ?? "" } });
  });
  for (const minutes of [1, 4]) {
    await advanceRollUps(merchantId, new Date(now.getTime() + minutes * 60_000));
  }
  const slice = `scene:${sceneId}`;
  const { rows, whole } = await askBoard(merchantId, slice);
  expect(rows.map(({ key, rank }) => [key, rank])).toEqual([[second, 1]]);
  expect(whole.grossFen).toBe(netOf.get("2026-07-31"));
  const asked = { merchantId, request: requestOf(slice), order: "units", page: 1 } as const;
  const board = await inMerchant(merchantId, (tx) => askProductsBoard(tx, asked));
  expect(board.rows.map(({ key }) => key)).toEqual([second]);
  expect(board.whole.figures.units).toBe(2);
});

test("another shop's board is empty", async () => {
  expect((await askBoard(b.merchantId)).rows).toEqual([]);
});
