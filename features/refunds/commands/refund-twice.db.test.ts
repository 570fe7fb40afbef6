import { beforeAll, expect, test } from "vitest";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import {
  addFreeFreight,
  addFriend,
  addRule,
  payTestOrder,
  placeTestOrder,
  type TestOrder,
} from "@/e2e/order-fixtures";
import { askForRefund, endRefund } from "@/e2e/refund-fixtures";
import { adjustStock } from "@/features/stock/commands/adjust-stock";
import { inMerchant } from "@/lib/db/in-merchant";
import { getSetting } from "@/scripts/database/process-settings";

const start = new Date("2026-03-01T00:00:00.000Z");
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
/** 500 is the size of money.md 7; fewer say the same in every test run. */
const count = Number(getSetting("FAULT_REVERSALS") ?? 60);

let shop: TestMerchant;
beforeAll(async () => {
  ({ a: shop } = await testMerchants());
  await addFreeFreight(shop);
  await addRule(shop, { level: 1, rateBps: 1_000 }, at(-10));
  await addRule(shop, { level: 2, rateBps: 300 }, at(-10));
  const { merchantId, ownerId } = shop;
  const actor = { kind: "staff" as const, id: ownerId };
  const change = { merchantId, skuId: shop.skuIds[0], delta: count, actor, now: at(-9) };
  await inMerchant(merchantId, (tx) => adjustStock(tx, { ...change, reason: "adjusted" }));
});

/** As many at once as a web process has connections. */
async function inParallel<T>(jobs: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const queue = [...jobs.entries()];
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) results[next[0]] = await next[1]();
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return results;
}

test(`${count} payments, each reversed twice at once: ${count} done, ${count} refused, and each told twice has one effect`, async () => {
  const buyer = await addFriend(shop, at(-5));
  const line = { skuId: shop.skuIds[0], quantity: 1 };
  const orders = await inParallel(
    Array.from({ length: count }, () => async (): Promise<TestOrder> => {
      const order = await placeTestOrder(shop, buyer, [line], at(0));
      await payTestOrder(shop, order, at(1));
      return order;
    }),
  );
  const whole = { lines: [{ lineNo: 1, quantity: 1, amountFen: 9_900n, restockQuantity: 1 }] };
  const twice = <T>(job: () => Promise<T>) => Promise.all([job(), job()]);
  const asked = await inParallel(
    orders.map((order) => () => {
      const wish = { ...whole, seenRefundedFen: 0n };
      return twice(() => askForRefund(shop, order, wish, at(2)));
    }),
  );
  expect(asked.flat().filter(({ ok }) => ok)).toHaveLength(count);
  for (const pair of asked) expect(pair.filter(({ ok }) => ok)).toHaveLength(1);
  const ended = await inParallel(
    asked.map((pair, index) => () => {
      const order = orders[index];
      const done = pair.find(({ ok }) => ok);
      if (!order || !done?.ok) throw new Error("not asked");
      const refund = { order, outRefundNo: done.outRefundNo, amountFen: 9_900n };
      return twice(() => endRefund(shop, refund, at(3)));
    }),
  );
  const outcomes = ended.flat().map(({ outcome }) => outcome);
  expect(outcomes.filter((one) => one === "applied")).toHaveLength(count);
  expect(outcomes.filter((one) => one === "no_effect")).toHaveLength(count);
  const sql = `select (select count(*)::int from orders where state = 'refunded') as refunded,
    (select count(*)::int from ledger_transfer where code = 'order_refunded') as reversals,
    (select coalesce(sum(balance_fen), 0)::int from ledger_account where merchant_id = $1
      and kind <> 'payment_fees') as left_over,
    (select sum(balance_fen)::int from ledger_account where kind = 'commission_pending') as pending`;
  const sums = await asSuperuser(async (db) => (await db.query(sql, [shop.merchantId])).rows[0]);
  expect(sums).toEqual({ refunded: count, reversals: count, left_over: 0, pending: 0 });
}, 180_000);
