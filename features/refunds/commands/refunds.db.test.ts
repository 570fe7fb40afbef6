import { beforeAll, expect, test } from "vitest";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import {
  addFreeFreight,
  addFriend,
  addRule,
  deliverTestOrder,
  payTestOrder,
  placeTestOrder,
  type TestOrder,
} from "@/e2e/order-fixtures";
import {
  askedOf,
  askForRefund,
  endRefund,
  refundResult,
  refundTestOrder,
  startRefund,
} from "@/e2e/refund-fixtures";
import { holdCommission } from "@/features/commissions/commands/hold-commission";
import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { getDistributorBalances } from "@/features/ledger/queries/get-distributor-balances";
import { applyRefundResult } from "@/features/refunds/commands/apply-refund-result";
import { previewRefund } from "@/features/refunds/queries/preview-refund";
import { inMerchant } from "@/lib/db/in-merchant";

const start = new Date("2026-03-01T00:00:00.000Z");
const day = (days: number, ms = 0) => new Date(start.getTime() + days * 86_400_000 + ms);

let shop: TestMerchant;
let other: TestMerchant;
beforeAll(async () => {
  ({ a: shop, b: other } = await testMerchants());
  await addFreeFreight(shop);
  await addRule(shop, { level: 1, rateBps: 1_000 }, day(-10));
  await addRule(shop, { level: 2, rateBps: 300 }, day(-10));
});

/** Two of the first SKU (¥99) and one of the second (¥128), paid. */
async function paidOrder(merchant = shop): Promise<TestOrder> {
  const buyer = await addFriend(merchant, day(-1));
  const [first, second] = merchant.skuIds;
  const lines = [
    { skuId: first, quantity: 2 },
    { skuId: second, quantity: 1 },
  ];
  const order = await placeTestOrder(merchant, buyer, lines, day(0));
  await payTestOrder(merchant, order, day(0, 1));
  return order;
}

function settle(now: Date) {
  return settleDueCommissions(shop.merchantId, { now, limit: 1_000 });
}

function balances(distributorId = shop.level1.distributorId) {
  const { merchantId } = shop;
  return inMerchant(merchantId, (tx) => getDistributorBalances(tx, { merchantId, distributorId }));
}

function present({ orderId }: TestOrder) {
  return inMerchant(shop.merchantId, (tx) =>
    tx.order.findFirstOrThrow({
      where: { id: orderId },
      include: {
        lines: { orderBy: { lineNo: "asc" } },
        refunds: { orderBy: { createdAt: "asc" } },
      },
    }),
  );
}

function commissionsOf({ orderId }: TestOrder) {
  return inMerchant(shop.merchantId, (tx) =>
    tx.commission.findMany({ where: { orderId }, orderBy: [{ lineNo: "asc" }, { level: "asc" }] }),
  );
}

const unit = { lineNo: 1, quantity: 1, amountFen: 9_900n, restockQuantity: 1 };
const wholeOrder = {
  lines: [
    { lineNo: 1, quantity: 2, amountFen: 19_800n, restockQuantity: 2 },
    { lineNo: 2, quantity: 1, amountFen: 12_800n, restockQuantity: 1 },
  ],
};

async function onHand(skuId: string): Promise<number> {
  const sql = "select on_hand from stock where sku_id = $1";
  return asSuperuser(async (db) => (await db.query(sql, [skuId])).rows[0].on_hand);
}

test("one unit back: the order, its line, both commissions and the shelf know it, and the rest stays", async () => {
  const before = await balances();
  const order = await paidOrder();
  const shelf = await onHand(shop.skuIds[0]);
  const refund = await startRefund(shop, order, { lines: [unit] }, day(1));
  expect(await present(order)).toMatchObject({
    refundedFen: 0n,
    refunds: [{ state: "requested" }],
  });
  expect((await commissionsOf(order)).map((one) => one.refundsInFlight)).toEqual([1, 1, 0, 0]);
  expect(await endRefund(shop, refund, day(1, 5))).toEqual({ outcome: "applied" });
  expect(await present(order)).toMatchObject({
    state: "paid",
    refundedFen: 9_900n,
    lines: [
      { refundedFen: 9_900n, refundedQuantity: 1 },
      { refundedFen: 0n, refundedQuantity: 0 },
    ],
    refunds: [{ state: "success", succeededAt: day(1, 5) }],
  });
  expect(await commissionsOf(order)).toMatchObject([
    { commissionFen: 1_980n, clawedBackFen: 990n, state: "pending", refundsInFlight: 0 },
    { commissionFen: 594n, clawedBackFen: 297n, state: "pending", refundsInFlight: 0 },
    { commissionFen: 1_280n, clawedBackFen: 0n },
    { commissionFen: 384n, clawedBackFen: 0n },
  ]);
  expect(await onHand(shop.skuIds[0])).toBe(shelf + 1);
  expect((await balances()).pendingFen - before.pendingFen).toBe(1_980n + 1_280n - 990n);
});

test("the whole back, in two refunds: the order is refunded and nothing is left of its commissions", async () => {
  const order = await paidOrder();
  await refundTestOrder(shop, order, { lines: wholeOrder.lines.slice(0, 1) }, day(1));
  expect(await present(order)).toMatchObject({ state: "paid" });
  await refundTestOrder(shop, order, { lines: wholeOrder.lines.slice(1) }, day(1, 1));
  expect(await present(order)).toMatchObject({ state: "refunded", refundedFen: 32_600n });
  for (const one of await commissionsOf(order)) {
    expect(one).toMatchObject({ state: "reversed", clawedBackFen: one.commissionFen });
  }
  expect(await askForRefund(shop, order, { lines: [unit] }, day(2))).toMatchObject({
    reason: "above_line",
  });
});

test("a commission that a risk case holds is taken back like a pending one, and stays held", async () => {
  const order = await paidOrder();
  const [first] = await commissionsOf(order);
  const staff = { merchantId: shop.merchantId, staffId: shop.ownerId };
  await holdCommission(staff, { commissionId: first?.id ?? "", reason: "同一地址" }, day(1));
  const before = await balances();
  await refundTestOrder(shop, order, { lines: [unit] }, day(2));
  expect((await commissionsOf(order))[0]).toMatchObject({ state: "held", clawedBackFen: 990n });
  expect((await balances()).pendingFen).toBe(before.pendingFen - 990n);
});

test("a commission waits for the refund under way on its line, and settles with what that leaves", async () => {
  const order = await paidOrder();
  await deliverTestOrder(shop, order, day(2));
  await settle(day(8));
  const refund = await startRefund(shop, order, { lines: [unit] }, day(8));
  // The other line's two are not concerned.
  expect(await settle(day(9, 1))).toEqual({ settled: 2 });
  await endRefund(shop, refund, day(9, 2), "ABNORMAL");
  expect(await settle(day(9, 3))).toEqual({ settled: 0 });
  const before = await balances();
  await endRefund(shop, refund, day(9, 4));
  expect(await settle(day(9, 5))).toEqual({ settled: 2 });
  expect((await balances()).availableFen - before.availableFen).toBe(990n);
});

test("a refund that WeChat closes gives its lines free again: they settle whole and can be asked for anew", async () => {
  const order = await paidOrder();
  await deliverTestOrder(shop, order, day(2));
  const refund = await startRefund(shop, order, wholeOrder, day(8));
  expect(await endRefund(shop, refund, day(8, 1), "CLOSED")).toEqual({ outcome: "applied" });
  expect(await settle(day(9, 1))).toEqual({ settled: 4 });
  expect(await present(order)).toMatchObject({ state: "received", refundedFen: 0n });
  // What would say afterwards that the money went contradicts it, and is shown.
  expect(await endRefund(shop, refund, day(8, 2))).toMatchObject({ reason: "refund_was_closed" });
  const second = await startRefund(shop, order, wholeOrder, day(10));
  expect(second.outRefundNo).not.toBe(refund.outRefundNo);
  expect(await endRefund(shop, second, day(10, 1))).toEqual({ outcome: "applied" });
});

test("what fits only without a refund under way is told so, and two tabs refund once", async () => {
  const order = await paidOrder();
  const seenRefundedFen = await askedOf(shop, order);
  const tabs = await Promise.all(
    [1, 2, 3].map(() => askForRefund(shop, order, { ...wholeOrder, seenRefundedFen }, day(1))),
  );
  expect(tabs.filter(({ ok }) => ok)).toHaveLength(1);
  for (const tab of tabs) if (!tab.ok) expect(tab.reason).toBe("changed");
  expect(await askForRefund(shop, order, { lines: [unit] }, day(1))).toMatchObject({
    reason: "in_flight_elsewhere",
  });
  expect((await present(order)).refunds).toHaveLength(1);
});

test("replays and notifications out of order have one effect", async () => {
  const order = await paidOrder();
  const refund = await startRefund(shop, order, { lines: [unit] }, day(1));
  expect(await endRefund(shop, refund, day(1, 1), "ABNORMAL")).toEqual({ outcome: "applied" });
  const tell = () => endRefund(shop, refund, day(1, 2));
  const told = await Promise.all(Array.from({ length: 20 }, tell));
  expect(told.filter(({ outcome }) => outcome === "applied")).toHaveLength(1);
  for (const status of ["PROCESSING", "ABNORMAL", "CLOSED", "SUCCESS"] as const) {
    expect(await endRefund(shop, refund, day(1, 3), status)).toEqual({ outcome: "no_effect" });
  }
  expect(await present(order)).toMatchObject({
    refundedFen: 9_900n,
    refunds: [{ state: "success" }],
  });
});

test("what does not match the refund that was asked for is put away and changes nothing", async () => {
  const order = await paidOrder();
  const refund = await startRefund(shop, order, { lines: [unit] }, day(1));
  const truth = refundResult(shop, refund, day(1, 1));
  const lies: [string, object][] = [
    ["wrong_amount", { refundFen: 9_901n }],
    ["wrong_total", { totalFen: 9_900n }],
    ["wrong_transaction", { transactionId: "4200000000" }],
    ["wrong_order", { outTradeNo: "elsewhere" }],
    ["unknown_refund", { outRefundNo: "R-nobody-asked" }],
  ];
  const { merchantId } = shop;
  for (const [reason, over] of lies) {
    const lie = { ...truth, eventId: reason, refund: { ...truth.refund, ...over } };
    const outcome = await applyRefundResult(merchantId, lie, day(1, 1));
    expect(outcome).toEqual({ outcome: "quarantined", reason });
  }
  const stranger = { ...truth, mchId: other.wechatCredentials.mchId };
  const judged = await applyRefundResult(merchantId, stranger, day(1, 1));
  expect(judged).toMatchObject({ reason: "wrong_mchid" });
  expect(await present(order)).toMatchObject({
    refundedFen: 0n,
    refunds: [{ state: "requested" }],
  });
});

test("the 50th refund of an order is its last", async () => {
  const order = await paidOrder();
  const fen = { lines: [{ lineNo: 1, amountFen: 1n }] };
  for (let count = 0; count < 50; count += 1) await startRefund(shop, order, fen, day(1));
  expect(await askForRefund(shop, order, fen, day(1))).toEqual({ ok: false, reason: "too_many" });
  const { refunds } = await present(order);
  expect(new Set(refunds.map(({ outRefundNo }) => outRefundNo)).size).toBe(50);
});

test("another merchant's order is not there, neither to preview nor to refund", async () => {
  const order = await paidOrder();
  const { merchantId } = other;
  const input = { orderNo: order.orderNo, lines: [unit], freightFen: 0n };
  const preview = await inMerchant(merchantId, (tx) =>
    previewRefund(tx, merchantId, input, day(1)),
  );
  expect(preview).toEqual({ ok: false, reason: "not_found" });
  const wish = { lines: [unit], seenRefundedFen: 0n };
  expect(await askForRefund(other, order, wish, day(1))).toEqual({
    ok: false,
    reason: "not_found",
  });
});

test("the preview says what each distributor will lose, to the fen, after refunds under way", async () => {
  const order = await paidOrder();
  const { merchantId } = shop;
  await startRefund(shop, order, { lines: [{ lineNo: 1, amountFen: 3_333n }] }, day(1));
  const wish = { lineNo: 1, quantity: 0, amountFen: 3_334n, restockQuantity: 0 };
  const input = { orderNo: order.orderNo, lines: [wish], freightFen: 0n };
  const preview = await inMerchant(merchantId, (tx) =>
    previewRefund(tx, merchantId, input, day(1)),
  );
  // 1980 − floor(1980 × 13133 / 19800) less 1980 − floor(1980 × 16467 / 19800); the same for 594.
  expect(preview).toMatchObject({
    ok: true,
    amountFen: 3_334n,
    losses: [
      { level: 1, state: "pending", clawBackFen: 333n, asDebtFen: 0n },
      { level: 2, state: "pending", clawBackFen: 101n, asDebtFen: 0n },
    ],
  });
});
