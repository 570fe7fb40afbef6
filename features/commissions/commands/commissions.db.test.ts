import { beforeAll, expect, test } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import {
  addAddress,
  addFreeFreight,
  addFriend,
  addRule,
  deliverTestOrder,
  payTestOrder,
  placeTestOrder,
  type TestOrder,
} from "@/e2e/order-fixtures";
import { refundTestOrder } from "@/e2e/refund-fixtures";
import { addClick, addDistributor, addLink } from "@/e2e/share-fixtures";
import { holdCommission } from "@/features/commissions/commands/hold-commission";
import { getCommissionDetail } from "@/features/commissions/queries/get-commission-detail";
import { listDistributorCommissions } from "@/features/commissions/queries/list-distributor-commissions";
import { summarizeEarnings } from "@/features/commissions/queries/summarize-earnings";
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

/** A buyer who came by `sharer`'s link (level 1's unless given). */
function friendOf(merchant: TestMerchant, sharerId?: string) {
  return addFriend(merchant, day(-1), sharerId);
}

function termsOf(merchant: TestMerchant, orderId: string) {
  return inMerchant(merchant.merchantId, (tx) =>
    tx.orderCommissionTerm.findMany({
      where: { orderId },
      orderBy: [{ lineNo: "asc" }, { level: "asc" }],
    }),
  );
}

function commissionsOf(merchant: TestMerchant, orderId: string) {
  return inMerchant(merchant.merchantId, (tx) =>
    tx.commission.findMany({
      where: { orderId },
      orderBy: [{ lineNo: "asc" }, { level: "asc" }],
    }),
  );
}

test("a friend's order promises, and its payment books, a commission for two levels and nobody else", async () => {
  const buyer = await friendOf(a);
  const order = await placeTestOrder(a, buyer, [{ skuId: a.skuIds[0], quantity: 2 }], day(0));
  expect(await termsOf(a, order.orderId)).toMatchObject([
    { level: 1, distributorId: a.level1.distributorId, baseFen: 19_800n, commissionFen: 1_980n },
    { level: 2, distributorId: a.level2.distributorId, baseFen: 19_800n, commissionFen: 594n },
  ]);
  expect(await commissionsOf(a, order.orderId)).toEqual([]);
  await payTestOrder(a, order, day(0, 1));
  const booked = await commissionsOf(a, order.orderId);
  expect(booked).toMatchObject([
    { level: 1, commissionFen: 1_980n, state: "pending", availableAt: null },
    { level: 2, commissionFen: 594n, state: "pending", availableAt: null },
  ]);

  const { merchantId } = a;
  const { distributorId } = a.level1;
  const commissionId = booked[0]?.id ?? "";
  const detail = await inMerchant(merchantId, (tx) =>
    getCommissionDetail(tx, { merchantId, distributorId, commissionId }),
  );
  expect(detail).toMatchObject({
    orderNo: order.orderNo,
    customerName: "陈**",
    baseFen: 19_800n,
    rule: { scope: "merchant", rateBps: 1_000, version: 1, ruleFen: 1_980n, capFen: 5_940n },
    holdDays: 7,
    availableAt: null,
  });
  // Level 2 may not open level 1's.
  const foreign = await inMerchant(merchantId, (tx) =>
    getCommissionDetail(tx, {
      merchantId,
      distributorId: a.level2.distributorId,
      commissionId,
    }),
  );
  expect(foreign).toBeNull();
});

test("rules: SKU beats product, product beats category, then the grade, then the merchant's default", async () => {
  const { merchantId } = a;
  const gradeId = a.categoryId.replace(/^.{8}/, "0190aaaa");
  await inMerchant(merchantId, (tx) =>
    tx.distributorGrade.create({ data: { merchantId, id: gradeId, name: "Gold" } }),
  );
  const graded = await addDistributor(a, { gradeId });
  const buyer = await friendOf(a, graded.customerId);
  const [skuId] = a.skuIds;
  const rates: number[] = [];
  const steps = [
    null,
    { scope: "grade" as const, scopeId: gradeId, rateBps: 1_100 },
    { scope: "category" as const, scopeId: a.categoryId, rateBps: 1_200 },
    { scope: "product" as const, scopeId: a.productIds[0], rateBps: 1_300 },
    { scope: "sku" as const, scopeId: skuId, rateBps: 1_400 },
  ];
  for (const [index, step] of steps.entries()) {
    if (step) await addRule(a, { ...step, level: 1 }, day(1, index));
    const order = await placeTestOrder(a, buyer, [{ skuId, quantity: 1 }], day(1, index));
    const [term] = await termsOf(a, order.orderId);
    rates.push(term?.rateBps ?? -1);
  }
  expect(rates).toEqual([1_000, 1_100, 1_200, 1_300, 1_400]);
  for (const step of steps.toReversed()) {
    if (step) await addRule(a, { ...step, level: 1, enabled: false }, day(1, 100));
  }
  const order = await placeTestOrder(a, buyer, [{ skuId, quantity: 1 }], day(1, 200));
  expect((await termsOf(a, order.orderId))[0]?.rateBps).toBe(1_000);
});

test("the snapshot wins: neither a new rule nor a new binding changes an order that was placed", async () => {
  const buyer = await friendOf(a);
  const rival = await addDistributor(a);
  const order = await placeTestOrder(a, buyer, [{ skuId: a.skuIds[1], quantity: 1 }], day(2));
  await addRule(a, { level: 1, rateBps: 2_000 }, day(2, 1));
  const linkId = await addLink(a, rival.customerId);
  const { visitorId } = buyer;
  await addClick(a, { linkId, visitorId, clickedAt: day(20) });
  const later = await placeTestOrder(a, buyer, [{ skuId: a.skuIds[1], quantity: 1 }], day(21));
  await payTestOrder(a, order, day(22));
  await payTestOrder(a, later, day(22));
  const first = await commissionsOf(a, order.orderId);
  expect(first.map((one) => [one.level, one.distributorId, one.commissionFen])).toEqual([
    [1, a.level1.distributorId, 1_280n],
    [2, a.level2.distributorId, 384n],
  ]);
  const second = await commissionsOf(a, later.orderId);
  expect(second.map((one) => [one.level, one.distributorId, one.commissionFen])).toEqual([
    [1, rival.distributorId, 2_560n],
  ]);
  await addRule(a, { level: 1, rateBps: 1_000 }, day(22));
});

test("both levels together stay within the merchant's cap, level 1 first", async () => {
  const [skuId] = b.skuIds;
  await addRule(b, { scope: "sku", scopeId: skuId, level: 1, rateBps: 2_500 }, day(0));
  await addRule(b, { scope: "sku", scopeId: skuId, level: 2, fixedFenPerUnit: 9_000n }, day(0));
  const order = await placeTestOrder(b, await friendOf(b), [{ skuId, quantity: 1 }], day(0, 1));
  expect(await termsOf(b, order.orderId)).toMatchObject([
    { level: 1, capFen: 2_970n, commissionFen: 2_475n },
    { level: 2, capFen: 495n, commissionFen: 495n },
  ]);
});

test("a commission of 0 fen is promised and booked without a transfer", async () => {
  const [, skuId] = b.skuIds;
  await addRule(b, { scope: "sku", scopeId: skuId, level: 1, rateBps: 0 }, day(0));
  const order = await placeTestOrder(b, await friendOf(b), [{ skuId, quantity: 1 }], day(0, 1));
  await payTestOrder(b, order, day(0, 2));
  const [none, some] = await commissionsOf(b, order.orderId);
  expect([none?.commissionFen, some?.commissionFen]).toEqual([0n, 384n]);
  const transfers = await inMerchant(b.merchantId, (tx) =>
    tx.ledgerTransfer.count({ where: { referenceId: none?.id ?? "" } }),
  );
  expect(transfers).toBe(0);
});

test("never the buyer: a distributor who buys for themselves earns nothing", async () => {
  const buyer = await addAddress(a, a.level1.customerId);
  const linkId = await addLink(a, a.level1.customerId);
  await addClick(a, { linkId, visitorId: a.level1.visitorId, clickedAt: day(-1) });
  const order = await placeTestOrder(a, buyer, [{ skuId: a.skuIds[0], quantity: 1 }], day(3));
  expect(await termsOf(a, order.orderId)).toEqual([]);
});

test("the database refuses a third level", async () => {
  const order = await placeTestOrder(
    a,
    await friendOf(a),
    [{ skuId: a.skuIds[0], quantity: 1 }],
    day(3),
  );
  const [term] = await termsOf(a, order.orderId);
  const third = inMerchant(a.merchantId, (tx) =>
    tx.orderCommissionTerm.createMany({ data: term ? [{ ...term, level: 3 }] : [] }),
  );
  await expect(third).rejects.toThrow(/order_commission_term_level_check|check/);
});

test("two merchants never mix: lists, amounts and rules of one know nothing of the other", async () => {
  const order = await placeTestOrder(
    b,
    await friendOf(b),
    [{ skuId: b.skuIds[2], quantity: 1 }],
    day(7),
  );
  await payTestOrder(b, order, day(7, 1));
  const [commission] = await commissionsOf(b, order.orderId);
  expect(await commissionsOf(a, order.orderId)).toEqual([]);
  const seen = await inMerchant(a.merchantId, (tx) =>
    listDistributorCommissions(tx, {
      merchantId: b.merchantId,
      distributorId: b.level1.distributorId,
      limit: 10,
    }),
  );
  expect(seen).toEqual([]);
  const detail = await inMerchant(a.merchantId, (tx) =>
    getCommissionDetail(tx, {
      merchantId: a.merchantId,
      distributorId: b.level1.distributorId,
      commissionId: commission?.id ?? "",
    }),
  );
  expect(detail).toBeNull();
});

test("each sum of a distributor opens to the commissions that make it, and an order to its own", async () => {
  const { merchantId } = a;
  const own = await addDistributor(a);
  const { distributorId } = own;
  const buyer = await friendOf(a, own.customerId);
  const orders: TestOrder[] = [];
  for (const quantity of [2, 3, 4]) {
    const order = await placeTestOrder(a, buyer, [{ skuId: a.skuIds[0], quantity }], day(8));
    await payTestOrder(a, order, day(8, 1));
    orders.push(order);
  }
  const [held, refunded] = orders;
  if (!held || !refunded) throw new Error("no orders");
  const [risky] = await commissionsOf(a, held.orderId);
  const staff = { merchantId, staffId: a.ownerId };
  await holdCommission(staff, { commissionId: risky?.id ?? "", reason: "核实中" }, day(8, 2));
  const wish = { lines: [{ lineNo: 1, quantity: 1, amountFen: 9_900n }] };
  await refundTestOrder(a, refunded, wish, day(8, 3));
  const { earnings, pending, taken, stopped, one } = await inMerchant(merchantId, async (tx) => {
    const page = { merchantId, distributorId, limit: 10 };
    return {
      earnings: await summarizeEarnings(tx, { merchantId, distributorId, now: day(9) }),
      pending: await listDistributorCommissions(tx, { ...page, list: "pending" }),
      taken: await listDistributorCommissions(tx, { ...page, list: "taken_back" }),
      stopped: await listDistributorCommissions(tx, { ...page, list: "held" }),
      one: await listDistributorCommissions(tx, { ...page, orderNo: held.orderNo }),
    };
  });
  const left = (list: typeof pending) =>
    list.reduce((sum, { commissionFen, clawedBackFen }) => sum + commissionFen - clawedBackFen, 0n);
  expect([pending.length, left(pending)]).toEqual([3, earnings.pendingFen]);
  expect([stopped.length, left(stopped)]).toEqual([1, earnings.heldFen]);
  expect(taken.map(({ clawedBackFen }) => clawedBackFen)).toEqual([earnings.takenBackFen]);
  expect(earnings.takenBackFen).toBe(990n);
  expect(one.map(({ commissionId }) => commissionId)).toEqual([risky?.id]);
});

test("expected, pending and available add up along an order's life", async () => {
  const { merchantId } = a;
  const own = await addDistributor(a);
  const { distributorId } = own;
  const earnings = (now: Date) =>
    inMerchant(merchantId, (tx) => summarizeEarnings(tx, { merchantId, distributorId, now }));
  const buyer = await friendOf(a, own.customerId);
  const order = await placeTestOrder(a, buyer, [{ skuId: a.skuIds[0], quantity: 1 }], day(8));
  expect(await earnings(day(8))).toMatchObject({ expectedFen: 990n, pendingFen: 0n });
  await payTestOrder(a, order, day(8, 1));
  expect(await earnings(day(8, 2))).toMatchObject({ expectedFen: 0n, pendingFen: 990n });
  await deliverTestOrder(a, order, day(9));
  const [commission] = await commissionsOf(a, order.orderId);
  expect(commission?.availableAt).toEqual(day(16));
});
