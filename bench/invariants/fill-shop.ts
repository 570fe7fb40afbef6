import { join } from "node:path";
import type pg from "pg";
import { loadInSets } from "@/bench/generator/load-in-sets";
import type { TestMerchant } from "@/e2e/database";

const folder = join(import.meta.dirname, "fill");

/**
 * Fills merchant A with so many orders of the last year: what hangs on them, the ledger and its balances,
 * bindings, clicks, stock, refunds, payouts and the audit chain. Most orders carry two commissions, more than
 * in a shop as bench/generator makes it, because the ledger is what is measured here.
 * The invariants say whether it is a shop that could have come about.
 */
export async function fillShop(
  client: pg.Client,
  merchant: TestMerchant,
  orders: number,
  say: (sentence: string) => void,
): Promise<void> {
  await client.query(
    "select set_config('bench.merchant', $1, false), set_config('bench.orders', $2, false)",
    [merchant.merchantId, String(orders)],
  );
  await client.query(
    `create table testing.sku as select place::int - 1 as place, s.id as sku_id, s.product_id, s.unit_price_fen
     from unnest($1::uuid[]) with ordinality k(id, place) join sku s on s.id = k.id`,
    [merchant.skuIds],
  );
  await loadInSets(client, { folder, merchantId: merchant.merchantId }, say);
}
