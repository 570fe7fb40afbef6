import { expect, test } from "vitest";
import { asSuperuser } from "@/e2e/database";
import type { TestOrder } from "@/e2e/order-fixtures";
import { refundNotification, transactionIdOf } from "@/e2e/payment-fixtures";
import { sandboxForFile } from "@/e2e/sandbox-for-file";
import { payOrder } from "@/wechat-sandbox/pay/pay-order";
import { settleDueRefunds } from "@/wechat-sandbox/pay/settle-refunds";
import { faultSchema } from "@/wechat-sandbox/schemas/fault";

const { a, wechat } = await sandboxForFile();

// Loaded late: they read the address of WeChat.
const { addRule, paymentResult, placeTestOrder } = await import("@/e2e/order-fixtures");
const { cancelOrder } = await import("@/features/orders/commands/cancel-order");
const { getCustomerOrder } = await import("@/features/orders/queries/get-customer-order");
const { applyPaymentResult } = await import("@/features/payments/commands/apply-payment-result");
const { askWechat } = await import("@/features/payments/commands/ask-wechat");
const { startPayment } = await import("@/features/payments/commands/start-payment");
const { pollOpenRefunds } = await import("@/features/refunds/commands/poll-open-refunds");
const { receiveRefundNotification } = await import(
  "@/features/refunds/commands/receive-refund-notification"
);
const { sendRefund } = await import("@/features/refunds/commands/send-refund");
const { adjustStock } = await import("@/features/stock/commands/adjust-stock");
const { inMerchant } = await import("@/lib/db/in-merchant");

const { merchantId } = a;
// A whole second, as WeChat writes its answers' times: a fraction would stand beyond what is allowed below.
const now = new Date(Date.now() - (Date.now() % 1_000));
/** As far ahead as WeChat lets a clock be. */
const later = new Date(now.getTime() + 5 * 60_000);
await addRule(a, { level: 1, rateBps: 1_000 }, new Date(now.getTime() - 60_000));

function newOrder(skuId = a.skuIds[0], quantity = 2): Promise<TestOrder> {
  return placeTestOrder(a, a.buyer, [{ skuId, quantity }], now);
}

function pay(order: TestOrder, over: object = {}) {
  const result = paymentResult(a, order, now);
  const transactionId = transactionIdOf(order.outTradeNo);
  const transaction = { ...result.transaction, transactionId, ...over };
  return applyPaymentResult(merchantId, { ...result, transaction }, now);
}

async function setOnHand(skuId: string, delta: number) {
  const actor = { kind: "system" as const };
  await inMerchant(merchantId, (tx) =>
    adjustStock(tx, { merchantId, skuId, delta, reason: "adjusted", actor, now }),
  );
}

function viewOf({ orderNo }: TestOrder) {
  return inMerchant(merchantId, (tx) => getCustomerOrder(tx, { ...a.scope(), orderNo, now }));
}

async function moneyOf({ orderId }: TestOrder) {
  const sql = `select
    (select coalesce(sum(balance_fen), 0)::int from ledger_account where kind = 'refund_payable') as owed,
    (select state::text from payment where order_id = $1) as payment,
    (select json_agg(json_build_object('id', id, 'state', state, 'no', out_refund_no))
      from refund where order_id = $1) as refunds,
    (select count(*)::int from outbox_message m join refund r on m.dedupe_key = r.id::text
      where r.order_id = $1 and m.topic = 'refund.send_to_wechat') as jobs`;
  return asSuperuser(async (db) => (await db.query(sql, [orderId])).rows[0]);
}

/** Pays an order at WeChat, and closes it here before anybody hears of it, with the goods gone. */
async function paidAtWechatAndSoldOut() {
  const order = await newOrder(a.skuIds[1], 1);
  const started = await startPayment(a.scope(), { orderNo: order.orderNo }, { now });
  if (!started.ok) throw new Error(started.reason);
  const prepayId = started.params.package.replace("prepay_id=", "");
  expect(payOrder(wechat.sandbox, prepayId, a.buyer.sandboxUserId).ok).toBe(true);
  await cancelOrder(a.scope(), order.orderNo, now);
  await setOnHand(a.skuIds[1], -100);
  const { wechatCredentials } = a;
  await askWechat(merchantId, wechatCredentials, order.outTradeNo, now);
  await setOnHand(a.skuIds[1], 100);
  const { refunds } = await moneyOf(order);
  return { order, refundId: refunds[0].id as string };
}

test("paid after closing with the goods still there: the order is paid as if nothing had been", async () => {
  const order = await newOrder();
  await cancelOrder(a.scope(), order.orderNo, now);
  expect(await pay(order)).toEqual({ outcome: "applied" });
  expect(await viewOf(order)).toMatchObject({ state: "paid", nextStep: "wait_for_shipment" });
  expect(await moneyOf(order)).toMatchObject({ payment: "success", refunds: null, owed: 0 });
});

test("paid after closing with the goods gone: the money is owed, and goes back once however often it is told", async () => {
  const order = await newOrder();
  await cancelOrder(a.scope(), order.orderNo, now);
  await setOnHand(a.skuIds[0], -97);
  const told = await Promise.all(Array.from({ length: 20 }, () => pay(order)));
  expect(told.filter(({ outcome }) => outcome === "refunding")).toHaveLength(1);
  expect(told.filter(({ outcome }) => outcome === "no_effect")).toHaveLength(19);
  expect(await moneyOf(order)).toMatchObject({
    payment: "late",
    owed: 19_800,
    jobs: 1,
    refunds: [{ state: "requested", no: `R${order.outTradeNo}` }],
  });
  expect(await viewOf(order)).toMatchObject({ state: "closed", nextStep: "wait_for_refund" });
  await setOnHand(a.skuIds[0], 97);

  const refund = { ...order, outRefundNo: `R${order.outTradeNo}`, totalFen: 19_800n };
  const tell = (refundFen: bigint, status?: "ABNORMAL") => {
    const { body, headers } = refundNotification(a, { ...refund, refundFen }, now, status);
    const rawBody = Buffer.from(body);
    return receiveRefundNotification({ merchantId, rawBody, headers: new Headers(headers), now });
  };
  expect(await tell(1n)).toMatchObject({ outcome: "quarantined", reason: "wrong_amount" });
  expect(await tell(19_800n, "ABNORMAL")).toMatchObject({ outcome: "applied" });
  expect(await moneyOf(order)).toMatchObject({ owed: 19_800 });
  const ends = await Promise.all(Array.from({ length: 10 }, () => tell(19_800n)));
  expect(ends.filter((end) => end.ok && end.outcome === "applied")).toHaveLength(1);
  // What comes after the end, and out of order, changes nothing.
  expect(await tell(19_800n, "ABNORMAL")).toMatchObject({ outcome: "no_effect" });
  expect(await moneyOf(order)).toMatchObject({ owed: 0, refunds: [{ state: "success" }] });
  expect(await viewOf(order)).toMatchObject({ state: "closed", nextStep: "refund_arrived" });
});

test("the worker sends the refund under one number through every unclear answer, and WeChat refunds once", async () => {
  const { order, refundId } = await paidAtWechatAndSoldOut();
  for (const kind of ["reset_after", "server_error", "corrupt_body"]) {
    wechat.sandbox.faults.add(faultSchema.parse({ endpoint: "refund", kind }));
    const sent = await sendRefund(merchantId, refundId, now);
    expect(sent).toEqual({ ok: false, reason: "unknown" });
  }
  expect(await sendRefund(merchantId, refundId, now)).toEqual({ ok: true });
  expect(await sendRefund(merchantId, refundId, now)).toEqual({ ok: true });
  expect(await moneyOf(order)).toMatchObject({ refunds: [{ state: "processing" }] });
  const rows = wechat.sandbox.db.prepare("select out_refund_no, refund from refunds").all();
  expect(rows).toMatchObject([{ out_refund_no: `R${order.outTradeNo}`, refund: 12_800 }]);

  // WeChat has settled it since, and no notification reaches this test: the poll asks.
  wechat.sandbox.db.exec("update refunds set settles_at = 0");
  settleDueRefunds(wechat.sandbox);
  await pollOpenRefunds(merchantId, { now: later, limit: 10 });
  expect(await moneyOf(order)).toMatchObject({ refunds: [{ state: "success" }] });
  expect((await moneyOf(order)).owed).toBe(0);
  expect(await sendRefund(merchantId, refundId, later)).toEqual({ ok: true });
});

test("a currency other than ours is shown and never applied", async () => {
  const order = await newOrder();
  const reason = "wrong_currency";
  expect(await pay(order, { currency: "USD" })).toEqual({ outcome: "quarantined", reason });
  expect(await viewOf(order)).toMatchObject({ state: "awaiting_payment" });
});

test("what is no success has no effect", async () => {
  const order = await newOrder();
  for (const tradeState of ["NOTPAY", "CLOSED", "USERPAYING", "PAYERROR"]) {
    expect(await pay(order, { tradeState })).toEqual({ outcome: "no_effect" });
  }
  expect(await viewOf(order)).toMatchObject({ state: "awaiting_payment" });
});

test("cancelling and paying at once ends paid or refunded, never in between", async () => {
  for (let round = 0; round < 10; round += 1) {
    const order = await newOrder();
    const [, paid] = await Promise.all([cancelOrder(a.scope(), order.orderNo, now), pay(order)]);
    expect(paid).toEqual({ outcome: "applied" });
    expect(await viewOf(order)).toMatchObject({ state: "paid" });
  }
});
