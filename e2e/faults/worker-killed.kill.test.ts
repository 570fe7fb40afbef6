import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, test } from "vitest";
import { faultSize } from "@/e2e/faults/fault-size";
import { faultyShop } from "@/e2e/faults/faulty-shop";
import { type SpawnedProcess, spawnWorker } from "@/e2e/faults/spawn-process";
import { type StopPoint, stopAt } from "@/e2e/faults/stop-at";
import { payOrder } from "@/wechat-sandbox/pay/pay-order";
import { settleDueRefunds } from "@/wechat-sandbox/pay/settle-refunds";
import { startSandbox } from "@/wechat-sandbox/start-sandbox";
import { findTransfer } from "@/wechat-sandbox/store/transfers";
import { addUser } from "@/wechat-sandbox/store/users";
import { confirmTransfer } from "@/wechat-sandbox/transfers/confirm-transfer";

type Step = { work: "settle" | "refund" | "withdraw" | "poll"; point: StopPoint; when?: string };
const steps: Step[] = [
  { work: "settle", point: "update commission", when: "new.state = 'settled'" },
  { work: "settle", point: "insert audit_entry", when: "new.action = 'commission.settle'" },
  { work: "settle", point: "insert ledger_transfer", when: "new.code = 'commission_settled'" },
  { work: "settle", point: "commit", when: "new.state = 'settled'" },
  { work: "refund", point: "update refund", when: "new.state = 'processing'" },
  { work: "refund", point: "update refund", when: "new.state = 'success'" },
  { work: "refund", point: "insert ledger_transfer", when: "new.code = 'order_refunded'" },
  { work: "refund", point: "commit", when: "new.state = 'success'" },
  { work: "withdraw", point: "update payout", when: "new.state = 'sending'" },
  { work: "withdraw", point: "update payout", when: "new.state = 'awaiting_confirmation'" },
  { work: "withdraw", point: "update payout", when: "new.state = 'paid'" },
  { work: "withdraw", point: "insert ledger_transfer", when: "new.code = 'payout_paid'" },
  { work: "withdraw", point: "commit", when: "new.state = 'paid'" },
  { work: "poll", point: "update payment", when: "new.state = 'success'" },
  { work: "poll", point: "insert ledger_transfer", when: "new.code = 'order_paid'" },
  { work: "poll", point: "insert inbox_event", when: "new.kind = 'payment'" },
  { work: "poll", point: "commit", when: "new.state = 'paid'" },
];
const chosen = faultSize({ small: steps.filter((_, index) => index === 9), full: steps });
const commitTables = { settle: "commission", refund: "refund", withdraw: "payout", poll: "orders" };
const resumeWithinMs = 120_000;

const { url, wechatPort, settings } = await faultyShop();
const { testMerchants, asSuperuser } = await import("@/e2e/database");
const { expectSound, openShop } = await import("@/e2e/faults/paid-shop");
const orders = await import("@/e2e/order-fixtures");
const { startRefund } = await import("@/e2e/refund-fixtures");
const { earn, giveAccount, mustWithdraw, writeVerdict } = await import("@/e2e/payout-fixtures");
const { askWechat } = await import("@/features/payments/commands/ask-wechat");
const { startPayment } = await import("@/features/payments/commands/start-payment");
const { a, b } = await testMerchants();
const { merchantId } = a;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

let wechat: Awaited<ReturnType<typeof startSandbox>>;
let running: SpawnedProcess | null = null;
beforeAll(async () => {
  const accounts = [a.wechat, b.wechat];
  wechat = await startSandbox({ port: wechatPort, dataDir: ":memory:", accounts });
  const appIds = accounts.map(({ appId }) => appId);
  for (const { sandboxUserId: id } of [a.buyer, a.level1, a.level2]) {
    const user = { id, nickname: id, realName: "张三", snapshot: false };
    addUser(wechat.sandbox.db, user, appIds, Date.now());
  }
  await openShop(a, 100);
});
afterAll(async () => {
  await running?.kill();
  await wechat.close();
});

/** Rows that show that the work is done, each exactly once. */
async function expectWithin(sql: string, id: string): Promise<void> {
  const until = Date.now() + resumeWithinMs;
  for (;;) {
    const { rows } = await asSuperuser((client) => client.query(sql, [id]));
    if (rows[0]?.done === true) return;
    if (Date.now() > until) throw new Error(`not done within two minutes: ${JSON.stringify(rows)}`);
    await pause(250);
  }
}

/** What is to be done, and how one sees that it is. Made before the worker starts. */
const preparations = {
  settle: async () => {
    const friend = await orders.addFriend(a, daysAgo(31));
    const line = [{ skuId: a.skuIds[0], quantity: 1 }];
    const order = await orders.placeTestOrder(a, friend, line, daysAgo(30));
    await orders.payTestOrder(a, order, daysAgo(30));
    await orders.deliverTestOrder(a, order, daysAgo(29));
    const sql = `select count(*) = 2 and bool_and(state = 'settled' and (select count(*) from ledger_transfer t
      where t.reference_id = c.id and t.code = 'commission_settled') = 1) as done from commission c where order_id = $1`;
    return { id: order.orderId, sql, stop: () => undefined };
  },
  refund: async () => {
    const now = new Date();
    const order = await paidAtWechat(now);
    await askWechat(merchantId, a.wechatCredentials, order.outTradeNo, now);
    const lines = [{ lineNo: 1, quantity: 1, amountFen: 9_900n }];
    await startRefund(a, order, { lines }, now);
    const sql = `select count(*) = 1 and bool_and(state = 'success' and (select count(*) from ledger_transfer t
      where t.reference_id = r.id) = 1) as done from refund r where order_id = $1`;
    // No web process hears WeChat's word here: the poll asks, as it does after five minutes.
    const ageing = setInterval(() => void letPollAsk(order.orderId).catch(() => undefined), 500);
    return { id: order.orderId, sql, stop: () => clearInterval(ageing) };
  },
  poll: async () => {
    // Nobody told the shop that it was paid, and the number is old enough to be asked about.
    const { orderId } = await paidAtWechat(new Date());
    const old =
      "update payment set created_at = created_at - interval '1 minute' where order_id = $1";
    await asSuperuser((client) => client.query(old, [orderId]));
    const sql = `select count(*) = 1 and bool_and(o.state = 'paid' and p.state = 'success' and (select count(*)
      from ledger_transfer t where t.reference_id = p.id and t.code = 'order_paid') = 1) as done
      from orders o join payment p on p.order_id = o.id where o.id = $1`;
    return { id: orderId, sql, stop: () => undefined };
  },
  withdraw: async () => {
    const payoutNo = await startWithdrawal();
    const confirming = setInterval(() => {
      const bill = findTransfer(wechat.sandbox.db, a.wechat.mchId, payoutNo);
      if (bill) confirmTransfer(wechat.sandbox, bill.package_info ?? "", a.level1.sandboxUserId);
    }, 300);
    const sql = `select count(*) = 1 and bool_and(state = 'paid' and (select count(*) from ledger_transfer t
      where t.reference_id = p.id) = 2) as done from payout p where payout_no = $1`;
    return { id: payoutNo, sql, stop: () => clearInterval(confirming) };
  },
} as const;

/** An order whose customer has paid at WeChat. */
async function paidAtWechat(now: Date) {
  const line = [{ skuId: a.skuIds[0], quantity: 1 }];
  const order = await orders.placeTestOrder(a, a.buyer, line, now);
  const started = await startPayment(a.scope(), { orderNo: order.orderNo }, { now });
  if (!started.ok) throw new Error(started.reason);
  const prepayId = started.params.package.replace("prepay_id=", "");
  payOrder(wechat.sandbox, prepayId, a.buyer.sandboxUserId);
  return order;
}

/** WeChat has given the money back, and the refund was last asked about long ago. */
async function letPollAsk(orderId: string): Promise<void> {
  wechat.sandbox.db.exec("update refunds set settles_at = 0");
  settleDueRefunds(wechat.sandbox);
  const sql = `update refund set created_at = created_at - interval '6 minutes',
      sent_at = sent_at - interval '6 minutes'
    where id in (select id from refund where order_id = $1 and state = 'processing'
      and sent_at > now() - interval '5 minutes' for update skip locked)`;
  await asSuperuser((client) => client.query(sql, [orderId]));
}

let earned = false;
async function startWithdrawal(): Promise<string> {
  const now = new Date();
  if (!earned) {
    earned = true;
    await earn(a, a.level1, 100_000n, now);
    await giveAccount(a, a.level1, daysAgo(3));
    await writeVerdict(a, "invariants.hold", daysAgo(1));
  }
  return mustWithdraw(a, a.level1, 1_000n, now);
}

test.each(chosen)(
  "worker killed in $work at $point when $when: it is done within two minutes, once",
  async (step) => {
    const { id, sql, stop } = await preparations[step.work]();
    try {
      const point = await stopAt(url, step.point, commitTables[step.work], step.when);
      running = await spawnWorker(settings);
      await point.reached();
      await running.kill();
      await point.release();
      running = await spawnWorker(settings);
      await expectWithin(sql, id);
      await running.kill();
      await expectSound();
    } finally {
      stop();
    }
  },
);
