import { createPublicKey, verify } from "node:crypto";
import { expect, test } from "vitest";
import { asSuperuser } from "@/e2e/database";
import type { TestOrder } from "@/e2e/order-fixtures";
import { sandboxForFile } from "@/e2e/sandbox-for-file";
import { payOrder } from "@/wechat-sandbox/pay/pay-order";
import { faultSchema } from "@/wechat-sandbox/schemas/fault";
import { listOrders } from "@/wechat-sandbox/store/orders";

const { a, b, wechat } = await sandboxForFile();

// Loaded late: they read the address of WeChat.
const { addAddress, placeTestOrder } = await import("@/e2e/order-fixtures");
const { addCustomer } = await import("@/e2e/share-fixtures");
const { startPayment } = await import("@/features/payments/commands/start-payment");
const { checkPayment } = await import("@/features/payments/commands/check-payment");
const { pollOpenPayments } = await import("@/features/payments/commands/poll-open-payments");
const { closePaymentAtWechat } = await import(
  "@/features/payments/commands/close-payment-at-wechat"
);
const { cancelOrder } = await import("@/features/orders/commands/cancel-order");
const { inMerchant } = await import("@/lib/db/in-merchant");

const { merchantId } = a;
const at = () => ({ now: new Date() });
const inAMinute = () => new Date(Date.now() + 60_000);

function newOrder(): Promise<TestOrder> {
  return placeTestOrder(a, a.buyer, [{ skuId: a.skuIds[0], quantity: 1 }], new Date());
}

function fail(kind: string, endpoint = "prepay", more: object = {}) {
  wechat.sandbox.faults.add(faultSchema.parse({ endpoint, kind, ...more }));
}

async function prepayIdOf({ orderNo }: TestOrder): Promise<string> {
  const started = await startPayment(a.scope(), { orderNo }, at());
  if (!started.ok) throw new Error(started.reason);
  return started.params.package.replace("prepay_id=", "");
}

function atWechat(order: TestOrder) {
  return listOrders(wechat.sandbox.db, 500).filter(({ out_trade_no }) =>
    out_trade_no.startsWith(order.orderNo),
  );
}

async function stateOf({ orderId }: TestOrder) {
  const sql = `select o.state::text as order, p.state::text as payment, p.id from orders o
    join payment p on p.order_id = o.id where o.id = $1 order by p.created_at`;
  return asSuperuser(async (db) => (await db.query(sql, [orderId])).rows);
}

function poll() {
  return pollOpenPayments(merchantId, { now: inAMinute(), limit: 50 });
}

test("the payment sheet gets parameters signed with the merchant's key, and WeChat the order's amount", async () => {
  const order = await newOrder();
  const started = await startPayment(a.scope(), { orderNo: order.orderNo }, at());
  if (!started.ok) throw new Error(started.reason);
  const { appId, timeStamp, nonceStr, signType, paySign } = started.params;
  const text = `${appId}\n${timeStamp}\n${nonceStr}\n${started.params.package}\n`;
  const key = createPublicKey(a.wechat.merchantPublicKeyPem);
  expect(appId).toBe(a.wechat.appId);
  expect(signType).toBe("RSA");
  expect(verify("sha256", Buffer.from(text), key, Buffer.from(paySign, "base64"))).toBe(true);
  expect(atWechat(order)).toMatchObject([
    {
      out_trade_no: order.outTradeNo,
      total: 9_900,
      openid: a.buyer.openId,
      notify_url: "http://localhost/api/wechat/notify/payment",
    },
  ]);
});

test("a double tap on pay yields the same prepay id, at once and later", async () => {
  const order = await newOrder();
  const ids = await Promise.all([prepayIdOf(order), prepayIdOf(order), prepayIdOf(order)]);
  ids.push(await prepayIdOf(order));
  expect(new Set(ids).size).toBe(1);
  expect(atWechat(order)).toHaveLength(1);
});

test.each([
  "timeout",
  "reset_after",
  "reset_before",
  "server_error",
  "truncated_body",
  "corrupt_body",
])(
  "after %s nobody can tell: the next tap sends the same number, and one order exists at WeChat",
  async (kind) => {
    const order = await newOrder();
    fail(kind);
    expect(await startPayment(a.scope(), { orderNo: order.orderNo }, at())).toEqual({
      ok: false,
      reason: "try_again",
    });
    expect(await prepayIdOf(order)).toMatch(/^wx/);
    expect(atWechat(order).map(({ out_trade_no }) => out_trade_no)).toEqual([order.outTradeNo]);
  },
  30_000,
);

test("an answer signed wrongly is not believed", async () => {
  const order = await newOrder();
  for (const kind of ["corrupt_signature", "signature_probe"]) {
    fail(kind);
    const started = await startPayment(a.scope(), { orderNo: order.orderNo }, at());
    expect(started).toEqual({ ok: false, reason: "try_again" });
  }
});

test("an unsigned refusal is believed only where it changes nothing", async () => {
  const order = await newOrder();
  fail("error_code", "prepay", { status: 400, code: "ORDER_CLOSED" });
  const start = () => startPayment(a.scope(), { orderNo: order.orderNo }, at());
  expect(await start()).toEqual({ ok: false, reason: "try_again" });
  fail("error_code", "prepay", { status: 403, code: "NO_AUTH" });
  expect(await start()).toEqual({ ok: false, reason: "refused_by_wechat" });
});

test("where no notification comes the poll finds the payment, and once is enough", async () => {
  const order = await newOrder();
  const paid = payOrder(wechat.sandbox, await prepayIdOf(order), a.buyer.sandboxUserId);
  expect(paid.ok).toBe(true);
  await Promise.all([poll(), poll()]);
  expect(await stateOf(order)).toMatchObject([{ order: "paid", payment: "success" }]);
  await poll();
  const again = await startPayment(a.scope(), { orderNo: order.orderNo }, at());
  expect(again).toEqual({ ok: false, reason: "already_paid" });
});

test("the page that comes back from the payment sheet learns the truth from WeChat, not from the browser", async () => {
  const order = await newOrder();
  const input = { orderNo: order.orderNo };
  const check = (now = new Date(), scope = a.scope()) => checkPayment(scope, input, { now });
  expect(await check()).toEqual({ ok: true, state: "awaiting_payment" });
  const prepayId = await prepayIdOf(order);
  expect(await check()).toEqual({ ok: true, state: "awaiting_payment" });
  payOrder(wechat.sandbox, prepayId, a.buyer.sandboxUserId);
  const soon = new Date(Date.now() + 2_100);
  expect(await check(soon)).toEqual({ ok: true, state: "paid" });
  const { customerId } = await addCustomer(a);
  for (const scope of [b.scope(), { ...a.scope(), customerId }]) {
    expect(await check(soon, scope)).toEqual({ ok: false, reason: "not_found" });
  }
});

test("an unclear answer to the poll changes nothing, and the next one decides", async () => {
  const order = await newOrder();
  payOrder(wechat.sandbox, await prepayIdOf(order), a.buyer.sandboxUserId);
  fail("corrupt_body", "query_out_trade_no", { times: 50 });
  await poll();
  expect(await stateOf(order)).toMatchObject([{ order: "awaiting_payment", payment: "created" }]);
  wechat.sandbox.faults.clear();
  const later = new Date(Date.now() + 180_000);
  await pollOpenPayments(merchantId, { now: later, limit: 50 });
  expect(await stateOf(order)).toMatchObject([{ order: "paid", payment: "success" }]);
});

test("a tap after paying elsewhere is told so, and pays the order by asking WeChat", async () => {
  const order = await newOrder();
  payOrder(wechat.sandbox, await prepayIdOf(order), a.buyer.sandboxUserId);
  // The stored prepay id has run out, so that WeChat is asked for a new one.
  await inMerchant(merchantId, (tx) =>
    tx.payment.updateMany({
      where: { orderId: order.orderId },
      data: { prepayUntil: new Date(0) },
    }),
  );
  const started = await startPayment(a.scope(), { orderNo: order.orderNo }, at());
  expect(started).toEqual({ ok: false, reason: "already_paid" });
  expect(await stateOf(order)).toMatchObject([{ order: "paid" }]);
});

test("a cancelled order is closed at WeChat too: its prepay id can no longer be paid", async () => {
  const order = await newOrder();
  const prepayId = await prepayIdOf(order);
  await cancelOrder(a.scope(), order.orderNo, new Date());
  const [row] = await stateOf(order);
  for (const _repetition of [1, 2]) {
    expect(await closePaymentAtWechat(merchantId, row.id, new Date())).toEqual({ ok: true });
  }
  expect(await stateOf(order)).toMatchObject([{ order: "closed", payment: "closed" }]);
  const late = payOrder(wechat.sandbox, prepayId, a.buyer.sandboxUserId);
  expect(late).toEqual({ ok: false, reason: "closed" });
});

test("paid a moment before it was to be closed at WeChat: the order is paid after all", async () => {
  const order = await newOrder();
  payOrder(wechat.sandbox, await prepayIdOf(order), a.buyer.sandboxUserId);
  await cancelOrder(a.scope(), order.orderNo, new Date());
  const [row] = await stateOf(order);
  expect(await closePaymentAtWechat(merchantId, row.id, new Date())).toEqual({ ok: true });
  expect(await stateOf(order)).toMatchObject([{ order: "paid", payment: "success" }]);
});

test("a number that WeChat takes no more is closed and followed by another, for the same amount", async () => {
  const order = await newOrder();
  await prepayIdOf(order);
  await inMerchant(merchantId, (tx) =>
    tx.payment.updateMany({
      where: { orderId: order.orderId },
      data: { prepayUntil: new Date(0) },
    }),
  );
  // The shop moves to another main host: the notification address is a parameter.
  const move = (host: string) =>
    asSuperuser((db) =>
      db.query("update merchant_host set host = $2 where merchant_id = $1", [merchantId, host]),
    );
  await move("shop.localhost");
  const prepayId = await prepayIdOf(order);
  await move(a.host);
  expect(await stateOf(order)).toMatchObject([{ payment: "closed" }, { payment: "created" }]);
  const numbers = atWechat(order).map(({ out_trade_no, total, state }) => [
    out_trade_no,
    total,
    state,
  ]);
  expect(numbers.sort()).toEqual([
    [`${order.orderNo}01`, 9_900, "CLOSED"],
    [`${order.orderNo}02`, 9_900, "NOTPAY"],
  ]);
  payOrder(wechat.sandbox, prepayId, a.buyer.sandboxUserId);
  await poll();
  expect(await stateOf(order)).toMatchObject([{ order: "paid" }, { payment: "success" }]);
});

test("only the own order can be paid, only in time, and only with a WeChat identity", async () => {
  const order = await newOrder();
  const input = { orderNo: order.orderNo };
  const stranger = await addCustomer(a);
  for (const scope of [b.scope(), { ...a.scope(), customerId: stranger.customerId }]) {
    expect(await startPayment(scope, input, at())).toEqual({ ok: false, reason: "not_found" });
  }
  const tooLate = { now: new Date(Date.now() + 31 * 60_000) };
  const overdue = { ok: false, reason: "payment_overdue" };
  expect(await startPayment(a.scope(), input, tooLate)).toEqual(overdue);
  const buyer = await addAddress(a, stranger.customerId);
  const lines = [{ skuId: a.skuIds[0], quantity: 1 }];
  const theirs = await placeTestOrder(a, buyer, lines, new Date());
  const scope = { ...a.scope(), customerId: stranger.customerId };
  const reason = "not_signed_in_with_wechat";
  expect(await startPayment(scope, { orderNo: theirs.orderNo }, at())).toEqual({
    ok: false,
    reason,
  });
});
