import { expect, test } from "vitest";
import { asSuperuser } from "@/e2e/database";
import type { TestOrder } from "@/e2e/order-fixtures";
import { sandboxForFile } from "@/e2e/sandbox-for-file";
import type { EndRefundInput } from "@/features/refunds/schema";
import { payOrder } from "@/wechat-sandbox/pay/pay-order";
import { settleDueRefunds } from "@/wechat-sandbox/pay/settle-refunds";
import { faultSchema } from "@/wechat-sandbox/schemas/fault";

const { a, b, wechat } = await sandboxForFile();

// Loaded late: they read the address of WeChat.
const fixtures = await import("@/e2e/order-fixtures");
const { addFreeFreight, addRule, deliverTestOrder, placeTestOrder } = fixtures;
const { addClick, addLink } = await import("@/e2e/share-fixtures");
const { addStaff } = await import("@/e2e/payout-fixtures");
const { endRefund, startRefund } = await import("@/e2e/refund-fixtures");
const { settleDueCommissions } = await import(
  "@/features/commissions/commands/settle-due-commissions"
);
const { setWechatCredentials } = await import(
  "@/features/merchants/commands/set-wechat-credentials"
);
const { listOrders } = await import("@/features/orders/queries/list-orders");
const { inMerchant } = await import("@/lib/db/in-merchant");
const { askWechat } = await import("@/features/payments/commands/ask-wechat");
const { startPayment } = await import("@/features/payments/commands/start-payment");
const { endRefundByHand } = await import("@/features/refunds/commands/end-refund-by-hand");
const { pollOpenRefunds } = await import("@/features/refunds/commands/poll-open-refunds");
const { sendRefund } = await import("@/features/refunds/commands/send-refund");

const { merchantId } = a;
// A whole second, as WeChat writes its answers' times; everything lies within the five minutes that it lets a clock be off.
const now = new Date(Date.now() - (Date.now() % 1_000) - 4 * 60_000);
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
await addFreeFreight(a);
await addRule(a, { level: 1, rateBps: 1_000 }, after(-1));
await addClick(a, {
  linkId: await addLink(a, a.level1.customerId),
  visitorId: a.visitorId,
  clickedAt: after(-1),
});
const whole = { lines: [{ lineNo: 1, quantity: 2, amountFen: 19_800n, restockQuantity: 2 }] };

/** A whole refund of an order that was really paid, which WeChat answers with `fault`. */
async function stuck(kind: "ABNORMAL" | "USER_ACCOUNT_ABNORMAL") {
  const order = await placeTestOrder(a, a.buyer, [{ skuId: a.skuIds[0], quantity: 2 }], now);
  const started = await startPayment(a.scope(), { orderNo: order.orderNo }, { now });
  if (!started.ok) throw new Error(started.reason);
  const prepayId = started.params.package.replace("prepay_id=", "");
  expect(payOrder(wechat.sandbox, prepayId, a.buyer.sandboxUserId).ok).toBe(true);
  await askWechat(merchantId, a.wechatCredentials, order.outTradeNo, now);
  await deliverTestOrder(a, order, now);
  const refund = await startRefund(a, order, whole, now);
  wechat.sandbox.faults.add(faultSchema.parse({ endpoint: "refund_settlement", kind }));
  await sendRefund(merchantId, (await refundOf(order)).id, now);
  return { order, refund };
}
const cannotPay = () => stuck("ABNORMAL");
const refused = () => stuck("USER_ACCOUNT_ABNORMAL");

async function abnormal() {
  const made = await cannotPay();
  wechat.sandbox.db.exec("update refunds set settles_at = 0");
  settleDueRefunds(wechat.sandbox);
  await pollOpenRefunds(merchantId, { now: after(5), limit: 10 });
  expect(await refundOf(made.order)).toMatchObject({ state: "abnormal" });
  return made;
}

async function refundOf({ orderId }: TestOrder) {
  const sql = `select r.id, r.state::text, r.failure, r.paid_elsewhere, o.state::text as order_state,
      o.refunded_fen::int as refunded,
      (select sum(refunded_quantity)::int from order_line l where l.order_id = o.id) as units,
      (select json_agg(json_build_object('state', c.state, 'open', c.refunds_in_flight)) from commission c
        where c.order_id = o.id) as commissions,
      (select a.kind::text from ledger_transfer t join ledger_account a on a.id = t.credit_account_id
        where t.reference_id = r.id) as left_from,
      (select count(*)::int from audit_entry e where e.object_id = o.id
        and e.action in ('refund.give_up', 'refund.pay_elsewhere')) as audited
    from refund r join orders o on o.id = r.order_id where r.order_id = $1`;
  return asSuperuser(async (db) => (await db.query(sql, [orderId])).rows[0]);
}

async function end(outRefundNo: string, way: EndRefundInput["way"], at = after(7)) {
  const input = { outRefundNo, way, reason: "顾客改收银行转账 CMB0001" };
  return endRefundByHand(await addStaff(a, at), input, at);
}

test("what WeChat refused is given up with a reason: its commission settles whole, and no retry sends it", async () => {
  const { order, refund } = await refused();
  expect(await refundOf(order)).toMatchObject({ state: "requested", failure: "account_closed" });
  const listed = async () => {
    const filter = { refund: "stuck", text: order.orderNo } as const;
    return (await inMerchant(merchantId, (tx) => listOrders(tx, merchantId, filter))).orders;
  };
  expect(await listed()).toMatchObject([{ orderNo: order.orderNo }]);
  expect(await end(refund.outRefundNo, "give_up", now)).toEqual({
    ok: false,
    reason: "just_asked",
  });
  const twice = [1, 2].map(() => end(refund.outRefundNo, "give_up"));
  expect((await Promise.all(twice)).filter(({ ok }) => ok)).toHaveLength(1);
  const given = await refundOf(order);
  expect(given).toMatchObject({ state: "closed", refunded: 0, units: 0, audited: 1 });
  expect(given).toMatchObject({ commissions: [{ state: "pending", open: 0 }], left_from: null });
  expect(await listed()).toEqual([]);
  await sendRefund(merchantId, given.id, after(8));
  const atWechat = wechat.sandbox.db.prepare("select count(*) as n from refunds");
  expect(atWechat.get()).toEqual({ n: 0 });
  const due = new Date(now.getTime() + 8 * 86_400_000);
  expect(await settleDueCommissions(merchantId, { now: due, limit: 10 })).toEqual({ settled: 1 });
  expect(await end(refund.outRefundNo, "pay_elsewhere", after(8))).toMatchObject({
    reason: "ended_already",
  });
});

test("what was paid by another way takes back as a refund does, out of the bank, once, and WeChat's late success is shown", async () => {
  const { order, refund } = await abnormal();
  const asleep = await addStaff(a, after(7), false);
  const input = { outRefundNo: refund.outRefundNo, way: "pay_elsewhere", reason: "转账" } as const;
  expect(await endRefundByHand(asleep, input, after(7))).toMatchObject({
    reason: "step_up_needed",
  });
  const stranger = await addStaff(b, after(7));
  expect(await endRefundByHand(stranger, input, after(7))).toMatchObject({ reason: "not_found" });
  const twice = [1, 2].map(() => end(refund.outRefundNo, "pay_elsewhere"));
  expect((await Promise.all(twice)).filter(({ ok }) => ok)).toHaveLength(1);
  const ended = {
    ...{ state: "success", paid_elsewhere: true, order_state: "refunded", refunded: 19_800 },
    ...{ units: 2, commissions: [{ state: "reversed", open: 0 }], left_from: "bank_clearing" },
    audited: 1,
  };
  expect(await refundOf(order)).toMatchObject(ended);
  expect(await endRefund(a, { ...refund, order }, after(8))).toMatchObject({
    outcome: "quarantined",
  });
  expect(await refundOf(order)).toMatchObject(ended);
});

test("what may still arrive by itself is not ended by hand: WeChat is asked first, and an unclear answer decides nothing", async () => {
  const { order, refund } = await cannotPay();
  expect(await end(refund.outRefundNo, "give_up")).toMatchObject({ reason: "under_way" });
  const first = await refused();
  // Refused at first, then taken on: the retry's answer was lost.
  wechat.sandbox.faults.add(faultSchema.parse({ endpoint: "refund", kind: "reset_after" }));
  await sendRefund(merchantId, (await refundOf(first.order)).id, after(1));
  wechat.sandbox.faults.add(faultSchema.parse({ endpoint: "query_refund", kind: "server_error" }));
  expect(await end(first.refund.outRefundNo, "pay_elsewhere")).toMatchObject({ reason: "unclear" });
  expect(await end(first.refund.outRefundNo, "pay_elsewhere")).toMatchObject({ reason: "went_on" });
  expect(await refundOf(first.order)).toMatchObject({ state: "processing", paid_elsewhere: false });
  expect(await refundOf(order)).toMatchObject({ state: "processing", audited: 0 });
});

test("a refund to a merchant number that was replaced waits for a person, who has to have looked there; put back, it goes on by itself", async () => {
  const [taken, left, waiting] = [await cannotPay(), await cannotPay(), await refused()];
  const putNumber = (mchId: string, at: Date) =>
    setWechatCredentials({ merchantId, staffId: null }, { ...a.wechatCredentials, mchId }, at);
  await putNumber("1900000199", after(4));
  await pollOpenRefunds(merchantId, { now: after(5), limit: 10 });
  const stays = { failure: "not_set_up", audited: 0 };
  expect(await refundOf(taken.order)).toMatchObject({ state: "processing", ...stays });
  expect(await refundOf(waiting.order)).toMatchObject({ state: "requested", ...stays });
  for (const { refund } of [taken, waiting]) {
    expect(await end(refund.outRefundNo, "give_up")).toMatchObject({ reason: "cannot_ask" });
  }
  const looked = { way: "pay_elsewhere", reason: "在原商户号退了", checkedThere: "yes" } as const;
  const input = { outRefundNo: taken.refund.outRefundNo, ...looked };
  expect(await endRefundByHand(await addStaff(a, after(7)), input, after(7))).toEqual({ ok: true });
  expect(await refundOf(taken.order)).toMatchObject({
    ...{ state: "success", left_from: "bank_clearing", audited: 1 },
  });
  await putNumber(a.wechatCredentials.mchId, after(7));
  // As if five minutes had gone by: WeChat's clock and ours may not lie further apart.
  await asSuperuser((db) => db.query("update refund set sent_at = null"));
  await pollOpenRefunds(merchantId, { now: after(8), limit: 10 });
  const goesOn = { state: "processing", failure: "" };
  expect(await refundOf(waiting.order)).toMatchObject(goesOn);
  expect(await refundOf(left.order)).toMatchObject(goesOn);
});
