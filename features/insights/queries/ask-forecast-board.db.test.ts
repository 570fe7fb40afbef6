import { v4 } from "uuid";
import { expect, test } from "vitest";
import { backtest } from "@/domain/forecast/backtest";
import { CLASSIC_PLAN } from "@/domain/forecast/classic-plan";
import { asSuperuser, testMerchants } from "@/e2e/database";
import {
  addAddress,
  addFreeFreight,
  addRule,
  payTestOrder,
  placeTestOrder,
} from "@/e2e/order-fixtures";
import { addClick, addDistributor, addLink } from "@/e2e/share-fixtures";
import { saveForecast } from "@/features/forecasts/commands/save-forecast";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { refreshShareTree } from "@/features/insights/commands/refresh-share-tree";
import { askForecastBoard } from "@/features/insights/queries/ask-forecast-board";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const { a, b } = await testMerchants();
const { merchantId } = a;
const start = new Date("2026-06-01T00:00:00.000+08:00").getTime();
const hoursLater = (hours: number) => new Date(start + hours * 3_600_000);
const now = hoursLater(24 * 40);
const firstTen = { from: "2026-06-01", to: "2026-06-11" };
const secondTen = { from: "2026-06-11", to: "2026-06-21" };

async function addPerson(firstSeenAt: Date) {
  const [customerId, visitorId] = [newId(), v4()];
  await inMerchant(merchantId, async (tx) => {
    await tx.customer.create({ data: { merchantId, id: customerId, createdAt: firstSeenAt } });
    const joined = { customerId, joinedAt: firstSeenAt };
    await tx.visitor.create({ data: { merchantId, id: visitorId, firstSeenAt, ...joined } });
  });
  return { customerId, visitorId };
}

/** Sun, a distributor, brings An and Bao; An brings Cheng. An orders twice, somebody else directly. */
const sun = await addPerson(hoursLater(0));
const an = await addPerson(hoursLater(1));
const bao = await addPerson(hoursLater(5));
const cheng = await addPerson(hoursLater(7));
await addDistributor(a, { customerId: sun.customerId });
await addFreeFreight(a);
await addRule(a, { level: 1, rateBps: 1_000 }, hoursLater(-48));
for (const window of [firstTen, secondTen]) {
  const plan = { ...CLASSIC_PLAN, hops: 1, conversionBps: 100 };
  const staff = { merchantId, staffId: a.ownerId };
  await saveForecast(staff, { title: "六月", plan, window }, hoursLater(-24));
}
const bySun = await addLink(a, sun.customerId);
const byAn = await addLink(a, an.customerId);
for (const [linkId, { visitorId }, hours] of [
  [bySun, an, 1],
  [bySun, bao, 5],
  [byAn, cheng, 7],
] as const) {
  await addClick(a, { linkId, visitorId, clickedAt: hoursLater(hours) });
}
const anBuys = await addAddress(a, an.customerId);
for (const [buyer, quantity, hours] of [
  [anBuys, 2, 2],
  [a.buyer, 1, 24 * 3],
  [anBuys, 1, 24 * 9],
] as const) {
  const lines = [{ skuId: a.skuIds[0], quantity }];
  const order = await placeTestOrder(a, buyer, lines, hoursLater(hours));
  await payTestOrder(a, order, hoursLater(hours + 1));
}
await advanceRollUps(merchantId, now);
await refreshShareTree(merchantId, now);

const ask = (shop: typeof a, days?: number, as = shop) =>
  inMerchant(as.merchantId, (tx) =>
    askForecastBoard(tx, { merchantId: shop.merchantId, now, ...(days ? { days } : {}) }),
  );

/** The orders that came by a click, asked of the facts. */
async function askPlainly() {
  const { rows } = await asSuperuser((db) =>
    db.query(
      `select count(distinct o.id)::int as orders, sum(l.payable_fen)::text as fen,
        sum(l.quantity)::int as units,
        (select sum(commission_fen)::text from commission where merchant_id = $1) as commission
       from orders o join order_line l on l.merchant_id = o.merchant_id and l.order_id = o.id
       where o.merchant_id = $1 and o.click_id is not null`,
      [merchantId],
    ),
  );
  const { orders, units, fen, commission } = rows[0];
  return { orders, units, fen: BigInt(fen), commission: BigInt(commission) };
}

test("the measured plan is what the clicks and the orders that came by them say", async () => {
  const plain = await askPlainly();
  const { plan, sources, window } = (await ask(a, 45)).measured;
  // Sun and An brought three people in 90 days, of whom An shared on, over two hops.
  expect(plan).toMatchObject({ seeds: 2, friendsPerHopBps: 7_500, reshareBps: 3_333, hops: 2 });
  expect(plan).toMatchObject({
    conversionBps: 3_333,
    orderValueFen: plain.fen / BigInt(plain.orders),
    unitsPerOrderBps: (plain.units * 10_000) / plain.orders,
    level1Bps: Number((plain.commission * 10_000n) / plain.fen),
    level2Bps: 0,
  });
  expect(plan.level1Bps).toBe(1_000);
  expect(sources).toMatchObject({ seeds: "spread", hops: "spread", level1Bps: "shares" });
  expect(window).toEqual({ from: "2026-04-12", to: "2026-07-11" });
});

test("an empty shop gets the classic example, its fixed cost by the days asked, and nothing of another shop", async () => {
  await inMerchant(b.merchantId, (tx) =>
    tx.analyticsSetting.create({
      data: { merchantId: b.merchantId, fixedCostPerDayFen: 300_00n },
    }),
  );
  const { measured, over, off } = await ask(b, 10);
  expect(measured.plan).toEqual({ ...CLASSIC_PLAN, fixedCostFen: 3_000_00n });
  expect(over).toEqual([]);
  expect(off.orders).toEqual({ forecasts: 0, offBps: null, leanBps: null });
  // Each of the two guards alone: what b may see, and what is asked for.
  for (const crossed of [await ask(a, 10, b), await ask(b, 10, a)]) {
    const { fixedCostFen: _byTheSetting, ...classic } = CLASSIC_PLAN;
    expect(crossed.measured.plan).toMatchObject(classic);
    expect([crossed.over, crossed.open]).toEqual([[], []]);
  }
});

test("past forecasts stand beside the orders and sales of their days that came by shares", async () => {
  const plain = await askPlainly();
  const { over, off, open } = await ask(a);
  expect(open).toEqual([]);
  expect(over.map(({ window, orders, actual }) => [window, orders, actual])).toEqual([
    [secondTen, 4, { orders: 0, salesFen: 0n }],
    [firstTen, 4, { orders: plain.orders, salesFen: plain.fen }],
  ]);
  expect(off.orders).toEqual({ forecasts: 2, offBps: 30_000, leanBps: 30_000 });
  expect(off.sales).toEqual(
    backtest([
      { forecast: 400_00n, actual: 0n },
      { forecast: 400_00n, actual: plain.fen },
    ]),
  );
});
