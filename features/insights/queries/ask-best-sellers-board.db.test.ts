import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { addFreeFreight, addRule, payTestOrder, placeTestOrder } from "@/e2e/order-fixtures";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { askBestSellersBoard } from "@/features/insights/queries/ask-best-sellers-board";
import { readBoardRequest } from "@/features/insights/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const { merchantId } = a;
const [first, second] = a.productIds;
const now = new Date("2026-08-03T00:00:00+08:00");

/** In July the first product leads; in June it was the second. SKUs lie with the products in turn. */
const sold = [
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

function askBoard(merchant: AuthorizedMerchantId) {
  const request = readBoardRequest({ from: "2026-07-01", until: "2026-07-31" }, now);
  if (!request.ok) throw new Error(request.reason);
  return inMerchant(merchant, (tx) =>
    askBestSellersBoard(tx, { merchantId: merchant, request, order: "units" }),
  );
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

test("another shop's board is empty", async () => {
  expect((await askBoard(b.merchantId)).rows).toEqual([]);
});
