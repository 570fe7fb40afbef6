import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { type DayWindow, listDays } from "@/domain/metrics/window";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { rollUpStock } from "@/features/stock/commands/roll-up-stock";
import { findOpenDay } from "@/features/stock/queries/find-open-day";
import { readStockWindows } from "@/features/stock/queries/read-stock-windows";
import { inMerchant } from "@/lib/db/in-merchant";

const { a } = await testMerchants();
const { merchantId } = a;
const now = new Date();
const today = shanghaiDay(now);
const daysAgo = (days: number) => addDays(today, -days);
const noonOf = (day: string) => new Date(shanghaiDayRange(day).from.getTime() + 43_200_000);
/** What moves today moves now: whatever is older than ten minutes has been counted, whichever hour it is. */
const momentOf = (day: string) => (day === today ? now : noonOf(day));

async function ask(window: DayWindow, at = now) {
  const asked = { merchantId, part: { kind: "all", key: "" }, windows: [window] as const };
  const { totals } = await inMerchant(merchantId, async (tx) => {
    const open = await findOpenDay(tx, merchantId);
    return readStockWindows(tx, { ...asked, slowDays: 30, open, now: at, limit: 9 });
  });
  const { carriedSkus = 0, carriedSkuDays = 0, emptySkuDays = 0 } = totals[0] ?? {};
  return { carriedSkus, carriedSkuDays, emptySkuDays };
}

/** Whatever lies there goes, or so many come. */
async function move(skuId: string, day: string, units: number): Promise<void> {
  await asSuperuser(async (db) => {
    const { rows } = await db.query("select on_hand, value_fen from stock where sku_id = $1", [
      skuId,
    ]);
    const [delta, fen] = units > 0 ? [units, 0] : [-rows[0].on_hand, -rows[0].value_fen];
    if (delta === 0) return;
    await db.query(
      `insert into stock_movement (merchant_id, id, sku_id, delta, value_fen, reason, reference_id, created_at)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, gen_random_uuid(), $6)`,
      [merchantId, skuId, delta, fen, delta > 0 ? "found" : "lost", momentOf(day)],
    );
    await db.query(
      "update stock set on_hand = on_hand + $2, value_fen = value_fen + $3 where sku_id = $1",
      [skuId, delta, fen],
    );
  });
}

/** As if somebody had taken it off the shelf, or back, on that day and at that hour. */
async function turn(skuId: string, day: string, hour: number): Promise<void> {
  const at = new Date(shanghaiDayRange(day).from.getTime() + hour * 3_600_000);
  await inMerchant(merchantId, (tx) =>
    tx.shelfChange.create({ data: { merchantId, skuId, isOnSale: true, changedAt: at } }),
  );
}

/** The same by looking at every evening of every SKU. */
async function plain(window: DayWindow) {
  return inMerchant(merchantId, async (tx) => {
    const skus = await tx.sku.findMany({ include: { product: true } });
    const moves = await tx.stockMovement.findMany();
    const turns = await tx.shelfChange.findMany();
    const evenings = skus.flatMap(({ id, isActive, product }) =>
      listDays(window).flatMap((day) => {
        const until = shanghaiDayRange(day).to;
        const own = moves.filter(({ skuId, createdAt }) => skuId === id && createdAt < until);
        if (own.length === 0) return [];
        const later = turns.filter(({ skuId, changedAt }) => skuId === id && changedAt >= until);
        const isNow = isActive && product.status === "active";
        const units = own.reduce((sum, { delta }) => sum + delta, 0);
        return [{ id, units, isOnSale: isNow === (later.length % 2 === 0) }];
      }),
    );
    const carried = evenings.filter(({ units, isOnSale }) => units > 0 || isOnSale);
    return {
      carriedSkus: new Set(carried.map(({ id }) => id)).size,
      carriedSkuDays: carried.length,
      emptySkuDays: carried.filter(({ units }) => units === 0).length,
    };
  });
}

const act = fc.record({
  sku: fc.constantFrom(0, 1, 2),
  units: fc.constantFrom(0, 0, 5),
  isTurn: fc.boolean(),
  hour: fc.integer({ min: 0, max: 23 }),
});

test("every window counts each evening as it stood then, with days rolled up and without", async () => {
  const acts = fc.sample(act, { seed: 20_261_122, numRuns: 36 });
  for (const [at, { sku, units, isTurn, hour }] of acts.entries()) {
    const [skuId, day] = [a.skuIds[sku] ?? "", daysAgo(40 - at)];
    await (isTurn ? turn(skuId, day, hour) : move(skuId, day, units));
  }
  const windows = [
    { from: daysAgo(45), to: daysAgo(0) },
    { from: daysAgo(30), to: daysAgo(29) },
    { from: daysAgo(28), to: daysAgo(11) },
    { from: daysAgo(9), to: addDays(today, 1) },
  ];
  const plains = await Promise.all(windows.map(plain));
  expect(plains.map(({ emptySkuDays }) => emptySkuDays > 0)).toContain(true);
  expect(await Promise.all(windows.map((window) => ask(window)))).toEqual(plains);
  await rollUpStock(merchantId, { now: noonOf(daysAgo(15)) });
  expect(await Promise.all(windows.map((window) => ask(window)))).toEqual(plains);
  await rollUpStock(merchantId, { now });
  expect(await Promise.all(windows.map((window) => ask(window)))).toEqual(plains);
});

test("taking goods off sale today changes today and no past day; nobody can rewrite when it was", async () => {
  const [past, current] = [
    { from: daysAgo(30), to: daysAgo(0) },
    { from: today, to: addDays(today, 1) },
  ];
  for (const skuId of a.skuIds) await move(skuId, today, 0);
  const status = async (to: "active" | "archived") =>
    inMerchant(merchantId, (tx) => tx.product.updateMany({ where: {}, data: { status: to } }));
  await status("active");
  const [before, stood] = [await ask(past), await ask(current)];
  await status("archived");
  expect(await ask(past)).toEqual(before);
  expect([stood.carriedSkus, (await ask(current)).carriedSkus]).toEqual([a.skuIds.length, 0]);
  const rewrite = inMerchant(merchantId, (tx) => tx.shelfChange.deleteMany({}));
  await expect(rewrite).rejects.toThrow();
  await status("active");
  await inMerchant(merchantId, (tx) => tx.sku.updateMany({ where: {}, data: { isActive: false } }));
  expect((await ask(current)).carriedSkus).toBe(0);
  expect(await ask(past)).toEqual(before);
});
