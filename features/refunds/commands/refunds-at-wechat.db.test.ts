import { expect, test } from "vitest";
import { asSuperuser } from "@/e2e/database";
import type { TestOrder } from "@/e2e/order-fixtures";
import { sandboxForFile } from "@/e2e/sandbox-for-file";
import { payOrder } from "@/wechat-sandbox/pay/pay-order";
import { settleDueRefunds } from "@/wechat-sandbox/pay/settle-refunds";
import { faultSchema } from "@/wechat-sandbox/schemas/fault";

const { a, wechat } = await sandboxForFile();

// Loaded late: they read the address of WeChat.
const { addRule, placeTestOrder, addFreeFreight } = await import("@/e2e/order-fixtures");
const { addClick, addLink } = await import("@/e2e/share-fixtures");
const { startRefund } = await import("@/e2e/refund-fixtures");
const { askWechat } = await import("@/features/payments/commands/ask-wechat");
const { startPayment } = await import("@/features/payments/commands/start-payment");
const { pollOpenRefunds } = await import("@/features/refunds/commands/poll-open-refunds");
const { sendRefund } = await import("@/features/refunds/commands/send-refund");

const { merchantId } = a;
// A whole second, as WeChat writes its answers' times: a fraction would stand beyond what is allowed below.
const now = new Date(Date.now() - (Date.now() % 1_000));
/** As far ahead as WeChat lets a clock be. */
const later = new Date(now.getTime() + 5 * 60_000);
const earlier = new Date(now.getTime() - 60_000);
await addFreeFreight(a);
await addRule(a, { level: 1, rateBps: 1_000 }, earlier);
await addClick(a, {
  linkId: await addLink(a, a.level1.customerId),
  visitorId: a.visitorId,
  clickedAt: earlier,
});
const unit = { lineNo: 1, quantity: 1, amountFen: 9_900n };

/** Two of the first SKU, bound to level 1 and really paid at WeChat. */
async function paidAtWechat(): Promise<TestOrder> {
  const order = await placeTestOrder(a, a.buyer, [{ skuId: a.skuIds[0], quantity: 2 }], now);
  const started = await startPayment(a.scope(), { orderNo: order.orderNo }, { now });
  if (!started.ok) throw new Error(started.reason);
  const prepayId = started.params.package.replace("prepay_id=", "");
  expect(payOrder(wechat.sandbox, prepayId, a.buyer.sandboxUserId).ok).toBe(true);
  await askWechat(merchantId, a.wechatCredentials, order.outTradeNo, now);
  return order;
}

async function refundOf({ orderId }: TestOrder) {
  const sql = `select r.id, r.state::text, r.failure, r.out_refund_no as no, o.state::text as order_state,
    o.refunded_fen::int as refunded, (select count(*)::int from outbox_message m
      where m.dedupe_key = r.id::text and m.topic = 'refund.send_to_wechat') as jobs
    from refund r join orders o on o.id = r.order_id where r.order_id = $1`;
  return asSuperuser(async (db) => (await db.query(sql, [orderId])).rows[0]);
}

function haveNoBalance() {
  const fault = { endpoint: "refund_settlement", kind: "NOT_ENOUGH" };
  wechat.sandbox.faults.add(faultSchema.parse(fault));
}

function refundsAtWechat({ outTradeNo }: TestOrder) {
  const sql = "select out_refund_no as no, refund from refunds where out_trade_no = ?";
  return wechat.sandbox.db.prepare(sql).all(outTradeNo);
}

/** WeChat is done with every refund; no notification reaches this test. */
function settleAtWechat() {
  wechat.sandbox.db.exec("update refunds set settles_at = 0");
  settleDueRefunds(wechat.sandbox);
}

test("a refund that WeChat refuses for want of balance says so, and goes under the same number once there is some", async () => {
  const order = await paidAtWechat();
  await startRefund(a, order, { lines: [unit] }, now);
  const { id, no, jobs } = await refundOf(order);
  expect(jobs).toBe(1);
  haveNoBalance();
  // Done as far as the outbox is concerned: the poll goes on, and the outbox does not grow old.
  expect(await sendRefund(merchantId, id, earlier)).toEqual({ ok: true });
  expect(await refundOf(order)).toMatchObject({
    state: "requested",
    failure: "not_enough_balance",
  });
  haveNoBalance();
  await pollOpenRefunds(merchantId, { now: later, limit: 10 });
  expect(await refundOf(order)).toMatchObject({
    state: "requested",
    failure: "not_enough_balance",
  });
  expect(await pollOpenRefunds(merchantId, { now: later, limit: 10 })).toEqual({ asked: 0 });
  expect(await sendRefund(merchantId, id, later)).toEqual({ ok: true });
  expect(await refundOf(order)).toMatchObject({ state: "processing", failure: "" });
  expect(refundsAtWechat(order)).toEqual([{ no, refund: 9_900 }]);
});

test("after unclear answers the same number is asked again, and WeChat gives back once", async () => {
  const order = await paidAtWechat();
  await startRefund(a, order, { lines: [unit] }, now);
  const { id, no } = await refundOf(order);
  for (const kind of ["reset_after", "server_error", "truncated_body", "corrupt_signature"]) {
    wechat.sandbox.faults.add(faultSchema.parse({ endpoint: "refund", kind }));
    expect(await sendRefund(merchantId, id, now)).toEqual({ ok: false, reason: "unknown" });
    expect(await refundOf(order)).toMatchObject({ state: "requested", failure: "" });
  }
  expect(await sendRefund(merchantId, id, now)).toEqual({ ok: true });
  expect(refundsAtWechat(order)).toEqual([{ no, refund: 9_900 }]);
  settleAtWechat();
  await pollOpenRefunds(merchantId, { now: later, limit: 10 });
  expect(await refundOf(order)).toMatchObject({
    state: "success",
    refunded: 9_900,
    order_state: "paid",
  });
  expect(await sendRefund(merchantId, id, later)).toEqual({ ok: true });
});

test("several refunds of one order have numbers of their own, and together give the whole back", async () => {
  const order = await paidAtWechat();
  for (const note of [1, 2]) {
    const refund = await startRefund(a, order, { lines: [{ ...unit, quantity: 1 }] }, now);
    expect(refund.outRefundNo).toBe(`R${order.outTradeNo}-${note}`);
    const sql = "select id from refund where out_refund_no = $1";
    const rows = await asSuperuser(async (db) => (await db.query(sql, [refund.outRefundNo])).rows);
    await sendRefund(merchantId, rows[0].id, now);
  }
  expect(refundsAtWechat(order)).toHaveLength(2);
  settleAtWechat();
  await pollOpenRefunds(merchantId, { now: later, limit: 10 });
  expect(await refundOf(order)).toMatchObject({ refunded: 19_800, order_state: "refunded" });
});

test("a refund that the payer's bank cannot take stays open, and what WeChat closes is over", async () => {
  const [abnormal, closed] = [await paidAtWechat(), await paidAtWechat()];
  for (const [order, kind] of [
    [abnormal, "ABNORMAL"],
    [closed, "CLOSED"],
  ] as const) {
    await startRefund(a, order, { lines: [unit] }, now);
    wechat.sandbox.faults.add(faultSchema.parse({ endpoint: "refund_settlement", kind }));
    await sendRefund(merchantId, (await refundOf(order)).id, now);
  }
  settleAtWechat();
  await pollOpenRefunds(merchantId, { now: later, limit: 10 });
  expect(await refundOf(abnormal)).toMatchObject({ state: "abnormal", refunded: 0 });
  expect(await refundOf(closed)).toMatchObject({ state: "closed", refunded: 0 });
  const sql = "select refunds_in_flight as open from commission where order_id = $1";
  const open = (order: TestOrder) =>
    asSuperuser(async (db) => (await db.query(sql, [order.orderId])).rows.map((row) => row.open));
  expect(await open(closed)).toEqual([0]);
  expect(await open(abnormal)).toEqual([1]);
});
