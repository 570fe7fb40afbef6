import { randomBytes } from "node:crypto";
import type pg from "pg";
import { expect } from "vitest";
import { asSuperuser, type TestMerchant } from "@/e2e/database";
import {
  addFreeFreight,
  addFriend,
  addRule,
  placeTestOrder,
  type TestOrder,
} from "@/e2e/order-fixtures";
import { paymentNotification } from "@/e2e/payment-fixtures";
import { adjustStock } from "@/features/stock/commands/adjust-stock";
import { inMerchant } from "@/lib/db/in-merchant";
import { runInvariants } from "@/scripts/database/run-invariants";

/** Rules for both levels and more than enough stock. */
export async function openShop(shop: TestMerchant, stock: number): Promise<void> {
  const before = new Date(Date.now() - 3_600_000);
  await addFreeFreight(shop);
  await addRule(shop, { level: 1, rateBps: 1_000 }, before);
  await addRule(shop, { level: 2, rateBps: 300 }, before);
  const { merchantId, ownerId, skuIds } = shop;
  const actor = { kind: "staff" as const, id: ownerId };
  const change = { merchantId, skuId: skuIds[0], delta: stock, actor, now: before };
  await inMerchant(merchantId, (tx) => adjustStock(tx, { ...change, reason: "adjusted" }));
}

/** So many unpaid orders of one friend of level 1. */
export async function placeMany(shop: TestMerchant, count: number): Promise<TestOrder[]> {
  const now = new Date();
  const friend = await addFriend(shop, new Date(now.getTime() - 60_000));
  const orders: TestOrder[] = [];
  for (let index = 0; index < count; index += 1) {
    orders.push(await placeTestOrder(shop, friend, [{ skuId: shop.skuIds[0], quantity: 1 }], now));
  }
  return orders;
}

/** Sends WeChat's word that an order is paid; the connection may break at any moment. */
export async function notify(
  url: (path: string) => string,
  shop: TestMerchant,
  order: TestOrder,
  timeoutMs = 10_000,
): Promise<number | "no answer"> {
  const signed = paymentNotification(shop, order, new Date(), {
    id: randomBytes(16).toString("hex"),
  });
  return fetch(url("/api/wechat/notify/payment"), {
    method: "POST",
    body: new Uint8Array(Buffer.from(signed.body)),
    headers: signed.headers,
    signal: AbortSignal.timeout(timeoutMs),
  }).then(
    ({ status }) => status,
    () => "no answer" as const,
  );
}

/** Each of these orders is paid with everything that belongs to it, once; no invariant is broken. */
export async function expectPaidOnce(orders: readonly TestOrder[]): Promise<void> {
  const { rows } = await asSuperuser((client) =>
    client.query(
      `select count(*)::int as paid from orders o
       where o.id = any($1::uuid[]) and o.state = 'paid'
         and (select count(*) from payment p where p.order_id = o.id and p.state = 'success') = 1
         and (select count(*) from commission c where c.order_id = o.id) = 2
         and (select count(*) from stock_movement m where m.reference_id = o.id) = 1
         and (select count(*) from ledger_transfer t where t.reference_id in (
           select id from payment where order_id = o.id
           union all select id from commission where order_id = o.id)) = 3`,
      [orders.map(({ orderId }) => orderId)],
    ),
  );
  expect(rows).toEqual([{ paid: orders.length }]);
  await expectSound();
}

/** Every invariant holds. */
export async function expectSound(): Promise<void> {
  const broken = await asSuperuser(async (client: pg.Client) => {
    await client.query("select set_config('app.invariants_at', '2000-01-01', false)");
    return (await runInvariants(client)).filter(({ rowCount }) => rowCount > 0);
  });
  expect(broken).toEqual([]);
}
