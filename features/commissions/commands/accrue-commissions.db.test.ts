import { beforeAll, expect, test } from "vitest";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import {
  addFreeFreight,
  addFriend,
  addRule,
  paymentResult,
  payTestOrder,
  placeTestOrder,
} from "@/e2e/order-fixtures";
import { accrueCommissions } from "@/features/commissions/commands/accrue-commissions";
import { summarizeEarnings } from "@/features/commissions/queries/summarize-earnings";
import { applyPaymentResult } from "@/features/payments/commands/apply-payment-result";
import { inMerchant } from "@/lib/db/in-merchant";

const start = new Date("2026-03-01T00:00:00.000Z");
const day = (days: number, ms = 0) => new Date(start.getTime() + days * 86_400_000 + ms);

let a: TestMerchant;
let b: TestMerchant;
beforeAll(async () => {
  ({ a, b } = await testMerchants());
  for (const merchant of [a, b]) {
    await addFreeFreight(merchant);
    await addRule(merchant, { level: 1, rateBps: 1_000 }, day(-10));
    await addRule(merchant, { level: 2, rateBps: 300 }, day(-10));
  }
});

function friendOf(merchant: TestMerchant) {
  return addFriend(merchant, day(-1));
}

function commissionsOf(merchant: TestMerchant, orderId: string) {
  return inMerchant(merchant.merchantId, (tx) =>
    tx.commission.findMany({ where: { orderId }, orderBy: { level: "asc" } }),
  );
}

test("fifty reports of one payment at once book it once", async () => {
  const order = await placeTestOrder(
    a,
    await friendOf(a),
    [{ skuId: a.skuIds[0], quantity: 1 }],
    day(4),
  );
  const result = paymentResult(a, order, day(4, 1));
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => applyPaymentResult(a.merchantId, result, day(4, 1))),
  );
  expect(outcomes.filter(({ outcome }) => outcome === "applied")).toHaveLength(1);
  expect(outcomes.filter(({ outcome }) => outcome === "no_effect")).toHaveLength(49);
  expect(await commissionsOf(a, order.orderId)).toHaveLength(2);
});

test("accruing an order's commissions again adds nothing and reserves nothing", async () => {
  const { merchantId } = a;
  const lines = [{ skuId: a.skuIds[0], quantity: 1 }];
  const { orderId, ...order } = await placeTestOrder(a, await friendOf(a), lines, day(4));
  await payTestOrder(a, { orderId, ...order }, day(4, 1));
  const booked = await commissionsOf(a, orderId);
  const again = await inMerchant(merchantId, (tx) =>
    accrueCommissions(tx, { merchantId, orderId, now: day(4, 2) }),
  );
  expect(again).toEqual([]);
  expect(await commissionsOf(a, orderId)).toEqual(booked);
});

test("200 orders of one merchant and distributor paid at once: none waits for ever, none is lost", async () => {
  const { distributorId } = b.level1;
  const { merchantId } = b;
  const before = await inMerchant(merchantId, (tx) =>
    summarizeEarnings(tx, { merchantId, distributorId, now: day(5) }),
  );
  const skuId = b.skuIds[2];
  await asSuperuser(async (client) => {
    const key = [merchantId, skuId];
    await client.query(
      "insert into stock_movement (merchant_id, id, sku_id, delta, reason, reference_id, created_at) values ($1, gen_random_uuid(), $2, 400, 'opening', gen_random_uuid(), now())",
      key,
    );
    await client.query(
      "update stock set on_hand = on_hand + 400 where merchant_id = $1 and sku_id = $2",
      key,
    );
  });
  const buyers: { customerId: string; addressId: string }[] = [];
  for (let index = 0; index < 20; index += 1) buyers.push(await friendOf(b));
  await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const buyer = buyers[index % buyers.length];
      if (!buyer) throw new Error("no buyer");
      const order = await placeTestOrder(b, buyer, [{ skuId, quantity: 1 }], day(5));
      await payTestOrder(b, order, day(5, 1));
    }),
  );
  const after = await inMerchant(merchantId, (tx) =>
    summarizeEarnings(tx, { merchantId, distributorId, now: day(6) }),
  );
  expect(after.pendingFen - before.pendingFen).toBe(200n * 1_990n);
}, 120_000);
