import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { bookPayout } from "@/e2e/booked-payout";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import {
  addFreeFreight,
  addFriend,
  addRule,
  deliverTestOrder,
  payTestOrder,
  placeTestOrder,
  type TestOrder,
} from "@/e2e/order-fixtures";
import { endRefund, refundTestOrder, startRefund } from "@/e2e/refund-fixtures";
import { addDistributor } from "@/e2e/share-fixtures";
import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { getDistributorBalances } from "@/features/ledger/queries/get-distributor-balances";
import { previewRefund } from "@/features/refunds/queries/preview-refund";
import { adjustStock } from "@/features/stock/commands/adjust-stock";
import { inMerchant } from "@/lib/db/in-merchant";

const start = new Date("2026-03-01T00:00:00.000Z");
const hourMs = 3_600_000;
const day = (days: number, ms = 0) => new Date(start.getTime() + days * 86_400_000 + ms);

let shop: TestMerchant;
beforeAll(async () => {
  ({ a: shop } = await testMerchants());
  await addFreeFreight(shop);
  await addRule(shop, { level: 1, rateBps: 1_000 }, day(-10));
  const { merchantId, ownerId } = shop;
  const actor = { kind: "staff" as const, id: ownerId };
  const change = { merchantId, skuId: shop.skuIds[0], delta: 1_000, actor, now: day(-5) };
  await inMerchant(merchantId, (tx) => adjustStock(tx, { ...change, reason: "adjusted" }));
});

/** A distributor of the test's own, and delivered orders of one unit (¥99, commission ¥9.90) each. */
async function sellerWith(orderCount: number) {
  const seller = await addDistributor(shop);
  const orders: TestOrder[] = [];
  for (let index = 0; index < orderCount; index += 1) {
    const buyer = await addFriend(shop, day(-1), seller.customerId);
    const order = await placeTestOrder(
      shop,
      buyer,
      [{ skuId: shop.skuIds[0], quantity: 1 }],
      day(0),
    );
    await payTestOrder(shop, order, day(0, 1));
    orders.push(order);
  }
  return { ...seller, orders };
}

function settle(now: Date, limit = 1_000) {
  return settleDueCommissions(shop.merchantId, { now, limit });
}

function balances(distributorId: string) {
  const { merchantId } = shop;
  return inMerchant(merchantId, (tx) => getDistributorBalances(tx, { merchantId, distributorId }));
}

/** All that is free is withdrawn, and paid or still on its way. @returns how much */
async function withdraw(
  distributorId: string,
  requestedAt: Date,
  end: "paid" | null = "paid",
): Promise<bigint> {
  const { availableFen: grossFen } = await balances(distributorId);
  const payout = { distributorId, openId: distributorId, grossFen, requestedAt, end };
  if (grossFen > 0n) await bookPayout(shop, payout);
  return grossFen;
}

function refund(order: TestOrder, amountFen: bigint, now: Date) {
  return refundTestOrder(shop, order, { lines: [{ lineNo: 1, amountFen }] }, now);
}

async function commissionOf({ orderId }: TestOrder) {
  return inMerchant(shop.merchantId, (tx) =>
    tx.commission.findFirstOrThrow({ where: { orderId } }),
  );
}

test("after maturity it is taken from what is available; after a payout it is owed, and no more is available", async () => {
  const { distributorId, orders } = await sellerWith(2);
  const [first, second] = orders;
  if (!first || !second) throw new Error("no orders");
  await deliverTestOrder(shop, first, day(2));
  await deliverTestOrder(shop, second, day(12));
  await settle(day(9));
  await refund(first, 3_300n, day(10));
  expect(await balances(distributorId)).toMatchObject({ availableFen: 660n, debtFen: 0n });
  expect(await withdraw(distributorId, day(10, hourMs))).toBe(660n);
  const { merchantId } = shop;
  const wish = { lineNo: 1, quantity: 1, amountFen: 6_600n, restockQuantity: 0 };
  const input = { orderNo: first.orderNo, lines: [wish], freightFen: 0n };
  const preview = await inMerchant(merchantId, (tx) =>
    previewRefund(tx, merchantId, input, day(11)),
  );
  expect(preview).toMatchObject({ losses: [{ clawBackFen: 660n, asDebtFen: 660n }] });
  await refund(first, 6_600n, day(11));
  expect(await balances(distributorId)).toMatchObject({ availableFen: 0n, debtFen: 660n });
  // What matures next pays it, in the same transaction: there is no moment with both.
  expect(await settle(day(19))).toEqual({ settled: 1 });
  expect(await balances(distributorId)).toMatchObject({ availableFen: 330n, debtFen: 0n });
});

test("what a payout under way holds is not free: the claw-back is owed, and the hold stays whole", async () => {
  const { distributorId, orders } = await sellerWith(1);
  const [order] = orders;
  if (!order) throw new Error("no order");
  await deliverTestOrder(shop, order, day(2));
  await settle(day(9));
  expect(await withdraw(distributorId, day(9, hourMs), null)).toBe(990n);
  await refund(order, 9_900n, day(10));
  expect(await balances(distributorId)).toMatchObject({
    availableFen: 0n,
    inPayoutFen: 990n,
    debtFen: 990n,
  });
  expect(await commissionOf(order)).toMatchObject({ state: "reversed", clawedBackFen: 990n });
});

test("a debt larger than what matures is paid off bit by bit, over batches of any size", async () => {
  const { distributorId, orders } = await sellerWith(5);
  for (const [index, order] of orders.entries()) {
    await deliverTestOrder(shop, order, day(index < 2 ? 2 : 5));
  }
  await settle(day(9));
  await withdraw(distributorId, day(9, hourMs));
  for (const order of orders.slice(0, 2)) await refund(order, 9_900n, day(10));
  expect(await balances(distributorId)).toMatchObject({ debtFen: 1_980n });
  for (const owed of [990n, 0n, 0n]) {
    expect(await settle(day(12), 1)).toEqual({ settled: 1 });
    expect((await balances(distributorId)).debtFen).toBe(owed);
  }
  expect(await balances(distributorId)).toMatchObject({ availableFen: 990n, debtFen: 0n });
});

/** A life in four steps: parts of a refund in bps of the line, when it matures and is withdrawn. */
const life = fc.record({
  parts: fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 3 }),
  settleAt: fc.nat(3),
  withdrawAt: fc.nat(3),
});
type Life = { parts: number[]; settleAt: number; withdrawAt: number };

const fenOf = (partBps: number) => (9_900n * BigInt(partBps)) / 10_000n + 1n;

/** Refunds the first order in these parts and the second in the opposite order. @returns what was withdrawn */
async function liveThrough(seller: Awaited<ReturnType<typeof sellerWith>>, life: Life) {
  const runs = [life.parts, life.parts.toReversed()];
  let withdrawnFen = 0n;
  for (const order of seller.orders) await deliverTestOrder(shop, order, day(2));
  for (const step of [0, 1, 2, 3]) {
    const at = (hours: number) => day(10 + step, hours * hourMs);
    if (step === life.settleAt) await settle(at(0));
    if (step === life.withdrawAt) withdrawnFen += await withdraw(seller.distributorId, at(1));
    for (const [index, order] of seller.orders.entries()) {
      const partBps = runs[index]?.[step];
      if (partBps !== undefined) await refund(order, fenOf(partBps), at(2));
    }
  }
  return withdrawnFen;
}

test("partial refunds in any order, before and after maturity and payout, take back the same to the fen", async () => {
  await fc.assert(
    fc.asyncProperty(life, async (one) => {
      const seller = await sellerWith(2);
      const withdrawnFen = await liveThrough(seller, one);
      const refundedFen = one.parts.reduce((sum, bps) => sum + fenOf(bps), 0n);
      const keptFen = (990n * (9_900n - refundedFen)) / 9_900n;
      for (const order of seller.orders) {
        expect((await commissionOf(order)).clawedBackFen).toBe(990n - keptFen);
      }
      const { pendingFen, availableFen, debtFen } = await balances(seller.distributorId);
      expect(pendingFen + availableFen - debtFen + withdrawnFen).toBe(2n * keptFen);
      expect(availableFen * debtFen).toBe(0n);
    }),
    { numRuns: 12 },
  );
}, 120_000);

test("a refund asked for while its commission settles: one goes first, and nothing is lost or doubled", async () => {
  const { distributorId, orders } = await sellerWith(12);
  for (const order of orders) await deliverTestOrder(shop, order, day(2));
  const ask = (order: TestOrder) =>
    startRefund(shop, order, { lines: [{ lineNo: 1, amountFen: 9_900n }] }, day(9));
  const half = orders.slice(0, 6);
  // Both directions: settlement in batches of two runs through all of them meanwhile.
  const [refunds] = await Promise.all([
    Promise.all(half.map(ask)),
    Promise.all([1, 2, 3, 4].map(() => settle(day(9), 2))),
  ]);
  await settle(day(9));
  for (const order of half) {
    const commission = await commissionOf(order);
    expect(commission.refundsInFlight).toBe(1);
    expect(["pending", "settled"]).toContain(commission.state);
  }
  // And the other way: they arrive while the rest settles.
  await Promise.all([...refunds.map((one) => endRefund(shop, one, day(9, 1))), settle(day(9, 1))]);
  await settle(day(9, 2));
  expect(await balances(distributorId)).toMatchObject({
    pendingFen: 0n,
    availableFen: 6n * 990n,
    debtFen: 0n,
  });
});
