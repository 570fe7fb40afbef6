import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { ACCOUNT_RULES, ACCOUNT_SHARDS, type AccountKind } from "@/domain/ledger/account-kinds";
import { eventId } from "@/lib/ids/new-id";

/**
 * Runs the SQL files of a folder in their order, past every trigger and foreign key, and tells the
 * planner afterwards what there is. Before the file about the ledger, testing.account gets the accounts of
 * all distributors that there are by then.
 * @param client a superuser's: nobody else may switch the triggers off
 */
export async function loadInSets(
  client: pg.Client,
  { folder, merchantId }: { folder: string; merchantId: string },
  say: (sentence: string) => void,
): Promise<void> {
  await client.query(`
    create schema if not exists testing;
    set session_replication_role = replica; set synchronous_commit = off; set jit = off;
    set work_mem = '256MB'; set maintenance_work_mem = '512MB';
    ${switchNotes("disable trigger")}`);
  for (const file of readdirSync(folder).sort()) {
    const begin = performance.now();
    if (file.endsWith("-ledger.sql")) await planAccounts(client, merchantId);
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
