import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { proposeReorder } from "@/domain/stock/reorder";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import { liveWithStock, type StockAct } from "@/e2e/stock-life";
import { listReorders } from "@/features/purchasing/queries/list-reorders";
import { rollUpStock } from "@/features/stock/commands/roll-up-stock";
import { findOpenDay } from "@/features/stock/queries/find-open-day";
import { inMerchant } from "@/lib/db/in-merchant";

const dayMs = 86_400_000;
const now = new Date("2026-05-20T06:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
/** Enough that whatever is sold is proposed. */
const enough = 400;

let a: TestMerchant;
beforeAll(async () => {
  ({ a } = await testMerchants());
  const act = fc.record<StockAct>({
    kind: fc.constantFrom("sell", "sell", "sell", "return"),
    sku: fc.constantFrom(0, 1, 2),
    units: fc.integer({ min: 1, max: 9 }),
    unitCostFen: fc.constant(0n),
    laterMs: fc.constantFrom(60_000, 30_000_000, dayMs, 3 * dayMs),
    atBorder: fc.boolean(),
  });
  const acts = fc.sample(act, { seed: 20_261_122, numRuns: 60 });
  const since = daysAgo(45);
  await liveWithStock(a, acts, since, now, { onNewDay: async () => {} });
});

async function ask(
  at: Date,
  { safetyDays = enough, limit }: { safetyDays?: number; limit?: number } = {},
) {
  const { merchantId } = a;
  const part = { kind: "all", key: "" };
  return inMerchant(merchantId, async (tx) =>
    listReorders(tx, {
      merchantId,
      part,
      safetyDays,
      open: await findOpenDay(tx, merchantId),
      now: at,
      ...(limit ? { limit } : {}),
    }),
  );
}

test("the proposals of every day are the same whether the worker came to that day, to another or never ran", async () => {
  const days = [14, 11, 9, 7, 6, 5, 4, 3, 2, 1, 0, -1];
  const askAll = () => Promise.all(days.map((ago) => ask(daysAgo(ago))));
  const never = await askAll();
  expect(never.at(-1)?.count).toBeGreaterThan(1);
  for (const ago of [40, ...days]) {
    await rollUpStock(a.merchantId, { now: daysAgo(ago) });
    expect([ago, await askAll()]).toEqual([ago, never]);
  }
});

test("the database ranks by the formula: of a limit the most expensive come, and all are counted", async () => {
  const { reorders, count } = await ask(now);
  const costs = reorders.map(({ units, unitCostFen }) => BigInt(units) * unitCostFen);
  expect(costs).toEqual(costs.toSorted((one, other) => Number(other - one)));
  expect(await ask(now, { limit: 1 })).toEqual({ reorders: reorders.slice(0, 1), count });
});

test("a SKU is proposed from the first day of safety on for which the formula asks a unit", async () => {
  const { reorders } = await ask(now);
  for (const row of reorders) {
    const unitsOf = (safetyDays: number) =>
      proposeReorder({ ...row, safetyDays, packUnits: 1 }).units;
    let first = 0;
    while (unitsOf(first) === 0) first += 1;
    const found = (await ask(now, { safetyDays: first })).reorders;
    expect(found.find(({ skuId }) => skuId === row.skuId)?.units).toBe(unitsOf(first));
    if (first === 0) continue;
    const earlier = (await ask(now, { safetyDays: first - 1 })).reorders;
    expect(earlier.map(({ skuId }) => skuId)).not.toContain(row.skuId);
  }
});
