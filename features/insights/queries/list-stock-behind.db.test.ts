import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/domain/metrics/calendar-day";
import { STOCK_FLOWS } from "@/domain/stock/stock-report";
import { testMerchants } from "@/e2e/database";
import { liveWithStock, type StockAct } from "@/e2e/stock-life";
import { movementsOf } from "@/features/insights/components/stock-tables";
import { askStockBoard } from "@/features/insights/queries/ask-stock-board";
import { readBoardRequest } from "@/features/insights/schema";
import { rollUpStock } from "@/features/stock/commands/roll-up-stock";
import { listMovements } from "@/features/stock/queries/list-movements";
import { totalMovements } from "@/features/stock/queries/total-movements";
import { movementFilterSchema } from "@/features/stock/schema";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const { a } = await testMerchants();
const { merchantId, categoryId } = a;
const [firstProduct = ""] = a.productIds;
const now = new Date("2026-04-02T02:00:00Z");
const act = fc.record<StockAct>({
  kind: fc.constantFrom("receive", "sell", "sell", "return", "correct", "count"),
  sku: fc.constantFrom(0, 1, 2),
  units: fc.integer({ min: 1, max: 30 }),
  unitCostFen: fc.bigInt({ min: 1n, max: 9_999n }),
  laterMs: fc.constantFrom(60_000, 3_600_000, 30_000_000),
  atBorder: fc.boolean(),
});
const acts = fc.sample(act, { seed: 20_261_122, numRuns: 70 });
await liveWithStock(a, acts, new Date("2026-02-20T01:00:00Z"), now, { onNewDay: async () => {} });
await rollUpStock(merchantId, { now });
const sceneId = newId();
await inMerchant(merchantId, async (tx) => {
  await tx.scene.create({ data: { merchantId, id: sceneId, slug: sceneId, title: "送礼" } });
  await tx.sceneProduct.create({ data: { merchantId, sceneId, productId: firstProduct } });
});

/** What stands at the head of the list that a figure opens to, and what its pages add up to. */
async function askBehind(tx: MerchantTx, href: string) {
  const query = Object.fromEntries(new URL(href, "https://shop.invalid").searchParams);
  const filter = movementFilterSchema.parse(query);
  const { delta, valueFen, movements } = await totalMovements(tx, merchantId, filter);
  const listed = { movements: 0, delta: 0, valueFen: 0n };
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = await listMovements(tx, merchantId, { ...filter, cursor: cursor || undefined });
    listed.movements += page.movements.length;
    for (const one of page.movements) {
      listed.delta += one.delta;
      listed.valueFen += one.valueFen;
    }
    cursor = page.nextCursor;
  }
  expect(listed).toEqual({ movements, delta, valueFen });
  return { units: delta, valueFen };
}

const parts = ["opening", ...STOCK_FLOWS, "closing"] as const;

test.each([
  ["the shop", ""],
  ["a product", `product:${firstProduct}`],
  ["a category", `category:${categoryId}`],
  ["a scene", `scene:${sceneId}`],
])(
  "each figure of stock of %s, and of each SKU, is the sum at the head of its list and of its pages",
  async (_of, slice) => {
    const [from, until] = ["2026-02-25", addDays("2026-02-25", 20)];
    const request = readBoardRequest({ from, until, slice }, now);
    if (!request.ok) throw new Error(request.reason);
    await inMerchant(merchantId, async (tx) => {
      const board = await askStockBoard(tx, { merchantId, request, now, whole: true });
      const hrefOf = movementsOf({ window: { from, until }, slice: request.slice });
      const figures = [
        { report: board.current.totals.report, skuId: undefined },
        ...board.skus.map(({ report, skuId }) => ({ report, skuId })),
      ];
      for (const { report, skuId } of figures) {
        for (const part of parts) {
          const isOut = part === "sold";
          const behind = await askBehind(tx, hrefOf(part, skuId));
          const { units, valueFen } = report[part];
          const shown = isOut ? { units: 0 - units, valueFen: -valueFen } : { units, valueFen };
          expect([part, skuId, behind]).toEqual([part, skuId, shown]);
        }
      }
      expect(figures.length).toBeGreaterThan(1);
      expect(board.current.totals.report.sold.units).toBeGreaterThan(0);
    });
  },
);
