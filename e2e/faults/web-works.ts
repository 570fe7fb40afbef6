import { randomBytes } from "node:crypto";
import { asSuperuser, type TestMerchant } from "@/e2e/database";
import { notify, placeMany } from "@/e2e/faults/paid-shop";
import type { SpawnedWeb } from "@/e2e/faults/spawn-process";
import { transferReport } from "@/e2e/model/money-world";
import { addAddress } from "@/e2e/order-fixtures";
import { refundNotification } from "@/e2e/payment-fixtures";
import {
  earn,
  giveAccount,
  mustWithdraw,
  payoutRow,
  transferNotification,
  writeVerdict,
} from "@/e2e/payout-fixtures";
import { startRefund } from "@/e2e/refund-fixtures";
import { addCustomer, addDistributor } from "@/e2e/share-fixtures";
import { sessionCookie, visitorCookie } from "@/features/customers/schema";
import { applyTransferResult } from "@/features/payouts/commands/apply-transfer-result";
import { claimPayouts } from "@/features/payouts/commands/claim-payouts";
import { inMerchant } from "@/lib/db/in-merchant";
import { hashToken } from "@/lib/secrets/seal";

/** Something that is asked of the web process over HTTP, as often as it takes. */
type WebWork = {
  send: (web: SpawnedWeb) => Promise<number | "no answer">;
  /** What a repetition may be answered once it is done. */
  answers: readonly number[];
  /** Says in a column `done` whether it is done, and once. */
  sql: string;
  id: string;
};

const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs);
const noAnswer = () => "no answer" as const;
const statusOf = ({ status }: Response) => status;
const patience = () => AbortSignal.timeout(60_000);

/** What WeChat says again, under the same id. */
function notification(path: string, signed: { body: string; headers: Record<string, string> }) {
  return (web: SpawnedWeb) =>
    fetch(web.url(path), {
      method: "POST",
      body: new Uint8Array(Buffer.from(signed.body)),
      headers: signed.headers,
      signal: patience(),
    }).then(statusOf, noAnswer);
}

/** A tap on a phone that is signed in. */
function tap(path: string, cookie: string, body: object) {
  return (web: SpawnedWeb) =>
    fetch(web.url(path), {
      method: "POST",
      headers: { "content-type": "application/json", origin: web.url(""), cookie },
      body: JSON.stringify(body),
      signal: patience(),
    }).then(statusOf, noAnswer);
}

async function signIn({ merchantId }: TestMerchant, customerId: string, visitorId: string) {
  const token = randomBytes(32).toString("base64url");
  const now = new Date();
  const expiresAt = new Date(now.getTime() + dayMs);
  const session = { tokenHash: hashToken(token), customerId, visitorId, createdAt: now, expiresAt };
  await inMerchant(merchantId, (tx) =>
    tx.customerSession.create({ data: { merchantId, ...session } }),
  );
  return `${visitorCookie}=${visitorId}; ${sessionCookie}=${token}`;
}

/** Somebody with money to withdraw, known to WeChat, with a session; another person each time. */
async function distributorWithMoney(shop: TestMerchant) {
  const { merchantId, wechatCredentials } = shop;
  const { customerId, visitorId } = await addCustomer(shop);
  const distributor = await addDistributor(shop, { customerId });
  const now = new Date();
  await earn(shop, distributor, 10_000n, now);
  const openId = `killed-${customerId}`;
  const { appId } = wechatCredentials;
  await inMerchant(merchantId, (tx) =>
    tx.wechatIdentity.create({ data: { merchantId, appId, openId, customerId, createdAt: now } }),
  );
  people += 1;
  await giveAccount(shop, distributor, daysAgo(3), { serial: people });
  await writeVerdict(shop, "invariants.hold", now);
  return { ...distributor, openId, cookie: await signIn(shop, customerId, visitorId) };
}
let people = 100;

/** WeChat tells that a refund has arrived. */
async function refundTold(shop: TestMerchant, web: SpawnedWeb): Promise<WebWork> {
  const [order] = await placeMany(shop, 1);
  if (!order) throw new Error("no order");
  if ((await notify(web.url, shop, order)) !== 204) throw new Error("not paid");
  const now = new Date();
  const wish = { lines: [{ lineNo: 1, quantity: 1, amountFen: order.payableFen }] };
  const { outRefundNo, amountFen } = await startRefund(shop, order, wish, now);
  const { outTradeNo, payableFen: totalFen, orderId } = order;
  const refund = { outTradeNo, outRefundNo, totalFen, refundFen: amountFen };
  return {
    send: notification("/api/wechat/notify/refund", refundNotification(shop, refund, now)),
    answers: [204],
    sql: `select count(*) = 1 and bool_and(r.state = 'success' and o.state = 'refunded'
        and (select count(*) from ledger_transfer t where t.reference_id = r.id) = 1
        and (select count(*) from commission c join ledger_transfer t on t.reference_id = c.id
          where c.order_id = o.id and c.state = 'reversed' and t.code = 'commission_clawed_back') = 2) as done
      from refund r join orders o on o.id = r.order_id where o.id = $1`,
    id: orderId,
  };
}

/** WeChat tells that a transfer was confirmed and paid. */
async function transferTold(shop: TestMerchant): Promise<WebWork> {
  const { merchantId } = shop;
  const now = new Date();
  const person = await distributorWithMoney(shop);
  const payoutNo = await mustWithdraw(shop, person, 1_000n, now);
  await claimPayouts(merchantId, { now: new Date(), limit: 100 });
  const waiting = transferReport(await payoutRow(shop, payoutNo), "WAIT_USER_CONFIRM", "", now);
  await applyTransferResult(merchantId, waiting, new Date());
  const signed = transferNotification(shop, await payoutRow(shop, payoutNo), new Date());
  return {
    send: notification("/api/wechat/notify/transfer", signed),
    answers: [204],
    sql: `select count(*) = 1 and bool_and(state = 'paid' and (select count(*) from ledger_transfer t
        where t.reference_id = p.id) = 2) as done from payout p where payout_no = $1`,
    id: payoutNo,
  };
}

/** A customer taps on "pay" in the cart; the phone taps again with the same key. */
async function checkout(shop: TestMerchant): Promise<WebWork> {
  const { customerId, visitorId } = await addCustomer(shop);
  const { addressId } = await addAddress(shop, customerId);
  const sku = await inMerchant(shop.merchantId, (tx) =>
    tx.sku.findFirstOrThrow({ where: { id: shop.skuIds[1] } }),
  );
  const price = sku.unitPriceFen.toString();
  const line = { skuId: sku.id, quantity: 1, seenUnitPriceFen: price };
  const order = { lines: [line], addressId, note: "", fromCart: false, seenPayableFen: price };
  const idempotencyKey = randomBytes(16).toString("hex");
  const cookie = await signIn(shop, customerId, visitorId);
  return {
    send: tap("/api/mall/checkout", cookie, { ...order, idempotencyKey }),
    answers: [200],
    sql: `select count(*) = 1 and bool_and(state = 'awaiting_payment' and (select count(*) from stock_hold h
        where h.order_id = o.id) = 1) as done from orders o where customer_id = $1`,
    id: customerId,
  };
}

/** A distributor asks for money; whoever asked already is told that one is under way. */
async function withdrawal(shop: TestMerchant): Promise<WebWork> {
  const { cookie, distributorId } = await distributorWithMoney(shop);
  return {
    send: tap("/api/mall/payouts", cookie, { amount: "10.00", channel: "wechat", seenTaxFen: "0" }),
    answers: [200, 409],
    sql: `select count(*) = 1 and bool_and(state = 'approved' and gross_fen = 1000 and (select count(*)
        from ledger_transfer t where t.reference_id = p.id and t.code = 'payout_held') = 1) as done
      from payout p where distributor_id = $1`,
    id: distributorId,
  };
}

export const webWorks = {
  "refund notification": refundTold,
  "transfer notification": transferTold,
  checkout,
  "withdrawal request": withdrawal,
};

/** Whether it is done, and once. */
export async function isDone({ sql, id }: WebWork): Promise<boolean> {
  const { rows } = await asSuperuser((client) => client.query(sql, [id]));
  return rows[0]?.done === true;
}
