import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import {
  addAddress,
  addFreeFreight,
  addRule,
  deliverTestOrder,
  paymentResult,
  payTestOrder,
  placeTestOrder,
} from "@/e2e/order-fixtures";
import { addClick, addCustomer, addLink } from "@/e2e/share-fixtures";
import { sealAuditEntries } from "@/features/audit/commands/seal-audit-entries";
import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { cancelOrder } from "@/features/orders/commands/cancel-order";
import { applyPaymentResult } from "@/features/payments/commands/apply-payment-result";
import { mutants } from "@/scripts/database/invariant-mutants";
import { runInvariants } from "@/scripts/database/run-invariants";

const start = new Date("2026-03-01T00:00:00.000Z");
const day = (days: number) => new Date(start.getTime() + days * 86_400_000);

/** Every state that an order, a commission and a payment can have, made by the real commands. */
beforeAll(async () => {
  const { a, b } = await testMerchants();
  for (const merchant of [a, b]) await liveThrough(merchant);
});

async function liveThrough(shop: TestMerchant): Promise<void> {
  const { merchantId } = shop;
  await addFreeFreight(shop);
  await addRule(shop, { level: 1, rateBps: 1_000 }, day(-10));
  await addRule(shop, { level: 2, rateBps: 300 }, day(-10));
  const { customerId, visitorId } = await addCustomer(shop);
  const linkId = await addLink(shop, shop.level1.customerId);
  await addClick(shop, { linkId, visitorId, clickedAt: day(-1) });
  const buyer = await addAddress(shop, customerId);
  const [first, second, third] = shop.skuIds;
  const place = (skuId: string, quantity: number) =>
    placeTestOrder(shop, buyer, [{ skuId, quantity }], day(0));

  const received = await place(first, 2);
  await payTestOrder(shop, received, day(1));
  await deliverTestOrder(shop, received, day(2));
  await settleDueCommissions(merchantId, { now: day(9), limit: 10 });
  await payTestOrder(shop, await place(second, 1), day(1));
  await place(first, 1);
  const late = await place(third, 100);
  await cancelOrder({ merchantId, customerId }, late.orderNo, day(0));
  await payTestOrder(shop, await place(third, 100), day(1));
  const result = paymentResult(shop, late, day(1));
  const { outcome } = await applyPaymentResult(merchantId, result, day(1));
  expect(outcome).toBe("refunding");
  await sealAuditEntries(merchantId);
}

/** Takes away what would refuse the corruption: triggers, foreign keys, checks, exclusions, unique keys. */
const undefend = `
  set local session_replication_role = replica;
  do $$ declare found record; begin
    for found in select conrelid::regclass as place, conname from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('c', 'x', 'u') loop
      execute format('alter table %s drop constraint %I', found.place, found.conname);
    end loop;
    for found in select indexrelid::regclass as place from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary loop
      execute format('drop index %s', found.place);
    end loop;
  end $$;
  select set_config('app.invariants_at', '2000-01-01', true);`;

async function broken(client: Client): Promise<string[]> {
  const results = await runInvariants(client);
  return results.filter(({ rowCount }) => rowCount > 0).map(({ name }) => name);
}

/** Works in a transaction that is undone, without the database's own defences. */
async function defenceless<T>(work: (client: Client) => Promise<T>): Promise<T> {
  return asSuperuser(async (client) => {
    await client.query("begin");
    await client.query(undefend);
    return work(client).finally(() => client.query("rollback"));
  });
}

test("what the commands leave behind breaks no invariant", async () => {
  expect(
    await asSuperuser(async (client) => {
      await client.query("select set_config('app.invariants_at', '2000-01-01', false)");
      return broken(client);
    }),
  ).toEqual([]);
  // Taking the defences away is no corruption by itself, as far as the data go.
  const data = (await defenceless(broken)).filter((name) => !/^(27|28|29|30)-/.test(name));
  expect(data).toEqual([]);
});

test("every planted corruption is noticed by the invariant that is meant to notice it", async () => {
  expect(mutants.length).toBeGreaterThanOrEqual(30);
  const missed = await defenceless(async (client) => {
    const list: string[] = [];
    for (const { invariant, what, sql } of mutants) {
      await client.query("savepoint clean");
      await client.query(sql);
      const found = await broken(client);
      if (!found.includes(invariant))
        list.push(`${invariant}: ${what} (found: ${found.join(", ")})`);
      await client.query("rollback to savepoint clean");
    }
    return list;
  });
  expect(missed).toEqual([]);
}, 180_000);

test("every invariant has a corruption that it notices", () => {
  const files = readdirSync(join(import.meta.dirname, "invariants"));
  const names = files.map((file) => file.replace(/\.sql$/, "")).sort();
  const planted = new Set(mutants.map(({ invariant }) => invariant));
  expect([...planted].sort()).toEqual(names);
});
