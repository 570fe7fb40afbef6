import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { ACCOUNT_RULES, ACCOUNT_SHARDS, type AccountKind } from "@/domain/ledger/account-kinds";
import type { TestMerchant } from "@/e2e/database";
import { eventId } from "@/lib/ids/new-id";

const folder = join(import.meta.dirname, "fill");

/**
 * Fills merchant A with so many orders of the last year, in bulk and past every trigger: what hangs on
 * them, the ledger and its balances, bindings, clicks, stock, refunds, payouts and the audit chain.
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
  await client.query(`
    set session_replication_role = replica; set synchronous_commit = off; set work_mem = '128MB'; set jit = off;
    ${switchNotes("disable trigger")}`);
  await client.query(
    `create table testing.sku as select place::int - 1 as place, s.id as sku_id, s.product_id, s.unit_price_fen
     from unnest($1::uuid[]) with ordinality k(id, place) join sku s on s.id = k.id`,
    [merchant.skuIds],
  );
  for (const file of readdirSync(folder).sort()) {
    if (file.startsWith("05")) await planAccounts(client, merchant.merchantId, orders);
    const begin = performance.now();
    await client.query(readFileSync(join(folder, file), "utf8"));
    say(`${file}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  }
  await client.query(
    `${switchNotes("enable always trigger")} set session_replication_role = origin;`,
  );
  await client.query("vacuum (analyze, freeze)");
}

/** The triggers that note every write, even of those who switch the others off. */
function switchNotes(how: "disable trigger" | "enable always trigger"): string {
  return `do $$ declare found record; begin
    for found in select tgrelid::regclass as place, tgname from pg_trigger where tgname like '%\\_is\\_noted' loop
      execute format('alter table %s ${how} %I', found.place, found.tgname);
    end loop;
  end $$;`;
}

/** Accounts under the ids that the ledger computes, so that later orders book to the same rows. */
async function planAccounts(client: pg.Client, merchantId: string, orders: number): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    "select testing.id(2, n)::text as id from testing.scale, generate_series(0, 2 * pairs - 1) n",
  );
  const account = (kind: AccountKind, distributorId: string | null, shard: number) => ({
    id: eventId(merchantId, `account:${kind}:${distributorId ?? "merchant"}:${shard}`),
    kind,
    distributor_id: distributorId,
    shard,
    floor_fen: ACCOUNT_RULES[kind].floorFen?.toString() ?? null,
  });
  const shards = Array.from({ length: ACCOUNT_SHARDS }, (_, shard) => shard);
  const accounts = [
    ...shards.map((shard) => account("wechat_clearing", null, shard)),
    ...shards.map((shard) => account("merchant_sales", null, shard)),
    account("payout_clearing", null, 0),
    ...rows.flatMap(({ id }) => [
      account("commission_pending", id, 0),
      account("commission_available", id, 0),
    ]),
  ];
  if (orders < accounts.length) throw new Error("too few orders for their accounts");
  await client.query(
    `create table testing.account as select * from json_to_recordset($1::json) as a(
       id uuid, kind ledger_account_kind, distributor_id uuid, shard int, floor_fen bigint)`,
    [JSON.stringify(accounts)],
  );
  await client.query("create index on testing.account (distributor_id); analyze testing.account");
}
