import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { ACCOUNT_RULES, ACCOUNT_SHARDS, type AccountKind } from "@/domain/ledger/account-kinds";
import { eventId } from "@/lib/ids/new-id";

export const fillFolder = join(import.meta.dirname, "fill");

export type FillPlan = {
  merchantId: string;
  orders: number;
  /** 0, or at least ten for each order: four go before it, and others are visits that bought nothing. */
  events: number;
  /** Whether each step of an order stands in the audit trail: analytics asks for none of them. */
  audit: boolean;
  /** The last of the 400 days in Shanghai, YYYY-MM-DD. */
  lastDay: string;
  /** The same seed makes the same shop. */
  seed: number;
};

/**
 * Fills one merchant of a migrated database with 400 days of a shop: in sets, past every trigger, with
 * what the triggers and commands would have left computed beside it. The invariants say whether it is a
 * shop that could have come about.
 * @param client a superuser's: nobody else may switch the triggers off
 */
export async function fillMerchant(
  client: pg.Client,
  plan: FillPlan,
  say: (sentence: string) => void,
): Promise<void> {
  const settings = {
    merchant: plan.merchantId,
    orders: plan.orders,
    events: plan.events,
    last_day: plan.lastDay,
    seed: plan.seed,
    audit: plan.audit,
  };
  for (const [name, value] of Object.entries(settings)) {
    await client.query("select set_config('bench.' || $1, $2, false)", [name, String(value)]);
  }
  await client.query(`
    create schema if not exists testing;
    set session_replication_role = replica; set synchronous_commit = off; set jit = off;
    set work_mem = '256MB'; set maintenance_work_mem = '512MB';
    ${switchNotes("disable trigger")}`);
  for (const file of readdirSync(fillFolder).sort()) {
    const begin = performance.now();
    if (file.startsWith("08")) await planAccounts(client, plan.merchantId);
    await client.query(readFileSync(join(fillFolder, file), "utf8"));
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
async function planAccounts(client: pg.Client, merchantId: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    "select id from distributor where merchant_id = $1 and status = 'approved'",
    [merchantId],
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
  await client.query(
    `create table testing.account as select * from json_to_recordset($1::json) as a(
       id uuid, kind ledger_account_kind, distributor_id uuid, shard int, floor_fen bigint)`,
    [JSON.stringify(accounts)],
  );
  await client.query("create index on testing.account (distributor_id); analyze testing.account");
}
