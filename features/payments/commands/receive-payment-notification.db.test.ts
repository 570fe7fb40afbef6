import { beforeAll, expect, test } from "vitest";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import { addAddress, addRule, placeTestOrder } from "@/e2e/order-fixtures";
import { paymentNotification, transactionIdOf } from "@/e2e/payment-fixtures";
import { addClick, addCustomer, addLink } from "@/e2e/share-fixtures";
import { listQuarantined } from "@/features/inbox/queries/list-quarantined";
import { getOrder } from "@/features/orders/queries/get-order";
import { receivePaymentNotification } from "@/features/payments/commands/receive-payment-notification";
import { inMerchant } from "@/lib/db/in-merchant";
import type { SignedNotification } from "@/wechat-sandbox/sign-notification";

const now = new Date();
const earlier = new Date(now.getTime() - 60_000);

let a: TestMerchant;
let b: TestMerchant;
beforeAll(async () => {
  ({ a, b } = await testMerchants());
  await addRule(a, { level: 1, rateBps: 1_000 }, earlier);
  await addRule(a, { level: 2, rateBps: 300 }, earlier);
});

/** An order of a new friend of level 1, so that two commissions hang on its payment. */
async function friendsOrder(merchant = a, quantity = 1) {
  const { customerId, visitorId } = await addCustomer(merchant);
  const linkId = await addLink(merchant, merchant.level1.customerId);
  await addClick(merchant, { linkId, visitorId, clickedAt: earlier });
  const buyer = await addAddress(merchant, customerId);
  return placeTestOrder(merchant, buyer, [{ skuId: merchant.skuIds[0], quantity }], now);
}

function tell({ body, headers }: SignedNotification, merchant = a, at = now) {
  return receivePaymentNotification({
    merchantId: merchant.merchantId,
    rawBody: Buffer.from(body),
    headers: new Headers(headers),
    now: at,
  });
}

/** Everything that a payment leaves, in numbers. */
function effectsOf(orderId: string) {
  const sql = `select
    (select state::text from orders where id = $1) as state,
    (select count(*)::int from payment where order_id = $1 and state = 'success') as payments,
    (select count(*)::int from commission where order_id = $1) as commissions,
    (select count(*)::int from stock_movement where reference_id = $1) as movements,
    (select count(*)::int from ledger_transfer t join payment p on p.id = t.reference_id
      where p.order_id = $1) as transfers,
    (select count(*)::int from audit_entry where object_id = $1 and action = 'order.pay') as audits`;
  return asSuperuser(async (db) => (await db.query(sql, [orderId])).rows[0]);
}

const oneEffect = {
  state: "paid",
  payments: 1,
  commissions: 2,
  movements: 1,
  transfers: 1,
  audits: 1,
};
const noEffect = {
  state: "awaiting_payment",
  payments: 0,
  commissions: 0,
  movements: 0,
  transfers: 0,
  audits: 0,
};

async function quarantined(merchant = a) {
  const { merchantId } = merchant;
  return inMerchant(merchantId, (tx) => listQuarantined(tx, { merchantId, limit: 50 }));
}

test("one notification 50 times at once has one effect, and is accepted every time, the slowest within a second", async () => {
  const order = await friendsOrder();
  const notification = paymentNotification(a, order, now);
  const took: number[] = [];
  const timed = async () => {
    const begin = performance.now();
    const answer = await tell(notification);
    took.push(performance.now() - begin);
    return answer;
  };
  const told = await Promise.all(Array.from({ length: 50 }, timed));
  // Of 50, the 99th percentile is the slowest one.
  expect(took.toSorted((one, other) => other - one)[0]).toBeLessThan(1_000);
  expect(told.filter(({ ok }) => ok)).toHaveLength(50);
  expect(told.filter((one) => one.ok && one.outcome === "applied")).toHaveLength(1);
  expect(await effectsOf(order.orderId)).toEqual(oneEffect);
});

test("the same payment told under 15 ids over a day has one effect", async () => {
  const order = await friendsOrder();
  for (let hour = 0; hour < 15; hour += 1) {
    const at = new Date(now.getTime() + hour * 3_600_000);
    const received = await tell(paymentNotification(a, order, at), a, at);
    expect(received).toMatchObject({ ok: true, outcome: hour === 0 ? "applied" : "no_effect" });
  }
  expect(await effectsOf(order.orderId)).toEqual(oneEffect);
});

test("60 orders, each told 10 times in a shuffle by 20 workers: 60 effects", async () => {
  const orders = await Promise.all(Array.from({ length: 60 }, () => friendsOrder()));
  const notifications = orders.map((order) => paymentNotification(a, order, now));
  const queue = Array.from({ length: 10 }, () => notifications)
    .flat()
    .map((notification, index) => ({ notification, place: (index * 7_919) % 600 }))
    .sort((one, other) => one.place - other.place);
  const worker = async () => {
    for (let job = queue.pop(); job; job = queue.pop()) {
      expect(await tell(job.notification)).toMatchObject({ ok: true });
    }
  };
  await Promise.all(Array.from({ length: 20 }, worker));
  for (const { orderId } of orders) expect(await effectsOf(orderId)).toEqual(oneEffect);
}, 120_000);

test.each<[string, Parameters<typeof paymentNotification>[3]]>([
  ["wrong_amount", { totalFen: 9_899 }],
  ["wrong_amount", { totalFen: 9_901 }],
  ["wrong_amount", { totalFen: 1 }],
  ["wrong_mchid", { resource: { mchid: "1700000000" } }],
  ["wrong_appid", { resource: { appid: "wx0000000000000000" } }],
  ["unknown_order", { resource: { out_trade_no: "2611210000000001" } }],
])(
  "truly signed but %s: shown, never applied, and accepted so that it is not sent again",
  async (reason, over) => {
    const order = await friendsOrder();
    const notification = paymentNotification(a, order, now, over);
    for (const _repetition of [1, 2]) {
      expect(await tell(notification)).toEqual({ ok: true, outcome: "quarantined", reason });
    }
    expect(await effectsOf(order.orderId)).toEqual(noEffect);
    const transactionId = transactionIdOf(order.outTradeNo);
    const shown = (await quarantined()).filter((one) => one.detail.transactionId === transactionId);
    expect(shown.map((event) => event.reason)).toEqual([reason]);
    // The true one still pays.
    expect(await tell(paymentNotification(a, order, now))).toMatchObject({ outcome: "applied" });
  },
);

test("another transaction for a number that is paid is shown, and so is one transaction for two numbers", async () => {
  const [first, second] = [await friendsOrder(), await friendsOrder()];
  await tell(paymentNotification(a, first, now));
  const again = paymentNotification(a, first, now, {
    resource: { transaction_id: "4".repeat(28) },
  });
  expect(await tell(again)).toMatchObject({ reason: "second_transaction" });
  const reused = paymentNotification(a, second, now, {
    resource: { transaction_id: transactionIdOf(first.outTradeNo) },
  });
  expect(await tell(reused)).toMatchObject({ reason: "transaction_reused" });
  expect(await effectsOf(first.orderId)).toEqual(oneEffect);
  expect(await effectsOf(second.orderId)).toEqual(noEffect);
});

test("another merchant's notification is refused here, and finds nothing there", async () => {
  const order = await friendsOrder();
  const foreign = paymentNotification(a, order, now, { signedBy: b });
  expect(await tell(foreign)).toEqual({ ok: false, reason: "unknown_serial" });
  // B's own key over A's order: at B's host the number is unknown.
  expect(await tell(foreign, b)).toMatchObject({ outcome: "quarantined", reason: "unknown_order" });
  expect(await effectsOf(order.orderId)).toEqual(noEffect);
  const numbers = (await quarantined(b)).map(({ detail }) => detail.outTradeNo);
  expect(numbers).toEqual([order.outTradeNo]);
});

test("staff see the paid order with its payment and both commissions, each with rule and amount", async () => {
  const order = await friendsOrder();
  await tell(paymentNotification(a, order, now));
  const { merchantId } = a;
  const seen = await inMerchant(merchantId, (tx) => getOrder(tx, merchantId, order.orderNo));
  expect(seen).toMatchObject({
    state: "paid",
    level1: { distributorId: a.level1.distributorId },
    level2: { distributorId: a.level2.distributorId },
    payments: [{ state: "success", transactionId: transactionIdOf(order.outTradeNo) }],
    commissions: [
      { level: 1, rateBps: 1_000, baseFen: 9_900n, commissionFen: 990n, state: "pending" },
      { level: 2, rateBps: 300, baseFen: 9_900n, commissionFen: 297n, state: "pending" },
    ],
  });
  expect(seen?.timeline.map(({ action }) => action)).toEqual(["order.place", "order.pay"]);
});
