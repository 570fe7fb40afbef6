import { beforeAll, expect, test } from "vitest";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import {
  addFreight,
  addFriend,
  addRule,
  deliverTestOrder,
  payTestOrder,
  placeTestOrder,
  type TestOrder,
} from "@/e2e/order-fixtures";
import { askForRefund, endRefund, refundTestOrder, startRefund } from "@/e2e/refund-fixtures";
import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { getDistributorBalances } from "@/features/ledger/queries/get-distributor-balances";
import { getRefundPanel } from "@/features/refunds/queries/get-refund-panel";
import { inMerchant } from "@/lib/db/in-merchant";

const start = new Date("2026-03-01T00:00:00.000Z");
const day = (days: number, ms = 0) => new Date(start.getTime() + days * 86_400_000 + ms);
const freightFen = 1_000n;
const goodsFen = 19_800n;
const goods = { lineNo: 1, quantity: 2, amountFen: goodsFen };

let shop: TestMerchant;
beforeAll(async () => {
  ({ a: shop } = await testMerchants());
  await addFreight(shop, freightFen);
  await addRule(shop, { level: 1, rateBps: 1_000 }, day(-10));
  await addRule(shop, { level: 2, rateBps: 300 }, day(-10));
});

/** Two units at ¥99 and ¥10 of freight, paid: commissions of ¥19.80 and ¥5.94. */
async function paidOrder(): Promise<TestOrder> {
  const buyer = await addFriend(shop, day(-1));
  const lines = [{ skuId: shop.skuIds[0], quantity: 2 }];
  const order = await placeTestOrder(shop, buyer, lines, day(0), freightFen);
  await payTestOrder(shop, order, day(0, 1));
  return order;
}

async function commissionsOf({ orderId }: TestOrder) {
  const rows = await inMerchant(shop.merchantId, (tx) =>
    tx.commission.findMany({ where: { orderId }, orderBy: { level: "asc" } }),
  );
  return rows.map((one) => [one.commissionFen, one.clawedBackFen, one.refundsInFlight, one.state]);
}
const untouched = [
  [1_980n, 0n, 0, "pending"],
  [594n, 0n, 0, "pending"],
];

/** What the order, its line, the refunds' freight and the ledger say went back. */
async function backOf({ orderId }: TestOrder) {
  const sql = `select o.state, o.refunded_fen::int as "order", l.refunded_fen::int as goods,
      (select coalesce(sum(freight_fen), 0)::int from refund r
        where r.order_id = o.id and r.state = 'success') as freight,
      (select coalesce(sum(t.amount_fen), 0)::int from ledger_transfer t join refund r on r.id = t.reference_id
        where r.order_id = o.id and t.code = 'order_refunded') as ledger
    from orders o join order_line l on l.order_id = o.id where o.id = $1`;
  return asSuperuser(async (db) => (await db.query(sql, [orderId])).rows[0]);
}

const earnings = () => {
  const { merchantId, level1 } = shop;
  const { distributorId } = level1;
  return inMerchant(merchantId, (tx) => getDistributorBalances(tx, { merchantId, distributorId }));
};
const freightLeft = ({ orderNo }: TestOrder) =>
  inMerchant(shop.merchantId, async (tx) => {
    const { merchantId } = shop;
    const panel = await getRefundPanel(tx, { merchantId, orderNo, now: day(2) });
    return panel?.freightLeftFen;
  });

test("freight goes back alone, in parts, to its last fen and no further; nobody's commission waits or shrinks", async () => {
  const order = await paidOrder();
  const before = await earnings();
  const first = await startRefund(shop, order, { freightFen: 400n }, day(1));
  expect(await commissionsOf(order)).toEqual(untouched);
  // What is under way counts as gone.
  const tooMuch = { freightFen: 601n };
  expect(await askForRefund(shop, order, tooMuch, day(1))).toMatchObject({
    reason: "in_flight_elsewhere",
  });
  await endRefund(shop, first, day(1, 5));
  expect(await backOf(order)).toEqual({
    ...{ state: "paid", order: 400, goods: 0, freight: 400, ledger: 400 },
  });
  expect(await freightLeft(order)).toBe(600n);
  expect(await askForRefund(shop, order, tooMuch, day(2))).toMatchObject({
    reason: "above_freight",
  });
  await refundTestOrder(shop, order, { freightFen: 600n }, day(2));
  expect(await askForRefund(shop, order, { freightFen: 1n }, day(3))).toMatchObject({
    reason: "above_freight",
  });
  expect(await backOf(order)).toEqual({
    ...{ state: "paid", order: 1_000, goods: 0, freight: 1_000, ledger: 1_000 },
  });
  expect(await commissionsOf(order)).toEqual(untouched);
  expect(await earnings()).toEqual(before);
});

test("freight with a part of the goods: commissions lose what the goods alone take back", async () => {
  const withFreight = await paidOrder();
  const without = await paidOrder();
  const unit = { lineNo: 1, quantity: 1, amountFen: 9_900n };
  await refundTestOrder(shop, withFreight, { lines: [unit], freightFen: 300n }, day(1));
  await refundTestOrder(shop, without, { lines: [unit] }, day(1));
  expect(await commissionsOf(withFreight)).toEqual([
    [1_980n, 990n, 0, "pending"],
    [594n, 297n, 0, "pending"],
  ]);
  expect(await commissionsOf(withFreight)).toEqual(await commissionsOf(without));
  expect(await backOf(withFreight)).toEqual({
    ...{ state: "paid", order: 10_200, goods: 9_900, freight: 300, ledger: 10_200 },
  });
  // The goods' share cannot be asked for as freight, nor the other way round.
  expect(await askForRefund(shop, withFreight, { freightFen: 701n }, day(2))).toMatchObject({
    reason: "above_freight",
  });
  const more = { lines: [{ ...unit, amountFen: 9_901n }] };
  expect(await askForRefund(shop, withFreight, more, day(2))).toMatchObject({
    reason: "above_line",
  });
});

test("all goods without the freight leave the order as it is; the freight after them ends it", async () => {
  const order = await paidOrder();
  await refundTestOrder(shop, order, { lines: [goods] }, day(1));
  expect(await backOf(order)).toMatchObject({ state: "paid", order: 19_800, freight: 0 });
  const gone = [
    [1_980n, 1_980n, 0, "reversed"],
    [594n, 594n, 0, "reversed"],
  ];
  expect(await commissionsOf(order)).toEqual(gone);
  await refundTestOrder(shop, order, { freightFen }, day(2));
  expect(await backOf(order)).toEqual({
    ...{ state: "refunded", order: 20_800, goods: 19_800, freight: 1_000, ledger: 20_800 },
  });
  expect(await commissionsOf(order)).toEqual(gone);
});

test("the whole at once is one refund of goods and freight", async () => {
  const order = await paidOrder();
  await refundTestOrder(shop, order, { lines: [goods], freightFen }, day(1));
  expect(await backOf(order)).toEqual({
    ...{ state: "refunded", order: 20_800, goods: 19_800, freight: 1_000, ledger: 20_800 },
  });
});

test("a refund of freight that fails gives its room back, and one under way delays no settlement", async () => {
  const order = await paidOrder();
  const failing = await startRefund(shop, order, { freightFen }, day(1));
  expect(await freightLeft(order)).toBe(0n);
  await endRefund(shop, failing, day(1, 5), "CLOSED");
  expect(await freightLeft(order)).toBe(freightFen);
  await deliverTestOrder(shop, order, day(2));
  await startRefund(shop, order, { freightFen }, day(3));
  await settleDueCommissions(shop.merchantId, { now: day(20), limit: 1_000 });
  expect(await commissionsOf(order)).toEqual([
    [1_980n, 0n, 0, "settled"],
    [594n, 0n, 0, "settled"],
  ]);
});

test("ten who ask for the same freight at once are given it once", async () => {
  const order = await paidOrder();
  const wish = { freightFen, seenRefundedFen: 0n };
  const asked = await Promise.all(
    Array.from({ length: 10 }, () => askForRefund(shop, order, wish, day(1))),
  );
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await freightLeft(order)).toBe(0n);
});
