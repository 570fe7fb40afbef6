import type { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { liveThrough } from "@/e2e/every-state";
import {
  advanceSql,
  cutSql,
  forgetSql,
  noteRunSql,
  rebaseSql,
  rewrittenSql,
} from "@/lib/invariants/checkpoint";
import { findBroken, findBrokenAmongTouched } from "@/lib/invariants/find-broken";
import { mutants } from "@/scripts/database/invariant-mutants";
import { undefend } from "@/scripts/database/undefend";

/**
 * What the ten-minute run cannot see and the nightly one does: a corruption that passed by the
 * triggers, because somebody switched them off and on again, restored single tables from elsewhere,
 * or because the disk lied. Of those that are planted through the database there is none.
 */
const onlyByTheWhole: readonly string[] = [];

beforeAll(async () => {
  const { a, b } = await testMerchants();
  for (const merchant of [a, b]) await liveThrough(merchant);
});

async function look(client: Client, reach: "whole" | "touched"): Promise<string[]> {
  const find = reach === "whole" ? findBroken : findBrokenAmongTouched;
  const broken = await find({
    count: async (sql) => (await client.query(sql)).rowCount ?? 0,
    execute: (sql) => client.query(sql),
  });
  return broken.map(({ name }) => name);
}

/** As the worker does it, for all merchants at once. */
async function lookAtWhatWasTouched(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ rewritten: boolean }>(rewrittenSql);
  return look(client, rows[0]?.rewritten ? "whole" : "touched");
}

/** A checkpoint at which nothing is left to look at, in a transaction that is undone. */
async function fromACheckpoint<T>(work: (client: Client) => Promise<T>): Promise<T> {
  return asSuperuser(async (client) => {
    await client.query("begin");
    await client.query("select set_config('app.invariants_at', '2000-01-01', true)");
    await client.query("truncate invariant_touch");
    await client.query(rebaseSql(2n ** 62n));
    await client.query(noteRunSql(new Date()));
    return work(client).finally(() => client.query("rollback"));
  });
}

test("what is planted after the checkpoint is found by the run that looks at what was touched", async () => {
  const missed = await fromACheckpoint(async (client) => {
    await client.query(undefend);
    const list: string[] = [];
    for (const { invariant, what, sql } of mutants) {
      await client.query("savepoint clean");
      await client.query(sql);
      const found = await lookAtWhatWasTouched(client);
      if (!found.includes(invariant))
        list.push(`${invariant}: ${what} (found: ${found.join(", ")})`);
      await client.query("rollback to savepoint clean");
    }
    return list;
  });
  expect(missed).toEqual(onlyByTheWhole);
}, 180_000);

test("any part of what the commands leave behind holds by itself: nothing is found that is not there", async () => {
  await fromACheckpoint(async (client) => {
    expect(await look(client, "touched")).toEqual([]);
    const touched = await client.query(`
      insert into invariant_touch (merchant_id, kind, object_ids)
      select merchant_id, 'order', array[id] from orders union all
      select merchant_id, 'customer', array[customer_id] from customer_binding union all
      select merchant_id, 'payout', array[id] from payout
      returning kind, object_ids[1] as object_id`);
    expect(touched.rowCount).toBeGreaterThan(8);
    expect(await look(client, "touched")).toEqual([]);
    for (const { kind, object_id: id } of touched.rows) {
      await client.query("truncate invariant_touch");
      await client.query(
        "insert into invariant_touch (merchant_id, kind, object_ids) select id, $1, array[$2::uuid] from merchant",
        [kind, id],
      );
      expect.soft(await look(client, "touched"), `${kind} ${id}`).toEqual([]);
    }
  });
}, 120_000);

test("a checkpoint that moves with what was touched equals one made of everything", async () => {
  await asSuperuser(async (client) => {
    const balances = "select * from invariant_balance where balance <> 0 order by kind, object_id";
    await client.query("begin");
    const { rows } = await client.query<{ cut: string }>(cutSql);
    const cut = BigInt(rows[0]?.cut ?? "");
    // Everything that exists was touched since the beginning: no balance is known before.
    await client.query("truncate invariant_touch");
    await client.query(`
      insert into invariant_touch (merchant_id, xact_id, kind, object_ids)
      select merchant_id, '1'::xid8, 'transfer', array_agg(id) from ledger_transfer group by 1 union all
      select merchant_id, '1'::xid8, 'movement', array_agg(id) from stock_movement group by 1`);
    expect(await look(client, "touched")).not.toContain("02-balance-equals-transfers");
    await client.query(advanceSql(cut));
    const moved = await client.query(balances);
    await client.query(forgetSql(cut));
    expect((await client.query("select from invariant_touch")).rowCount).toBe(0);
    await client.query("truncate invariant_balance");
    await client.query(rebaseSql(cut));
    expect(moved.rows).toEqual((await client.query(balances)).rows);
    expect(moved.rowCount).toBeGreaterThan(10);
    await client.query("rollback");
  });
});

test("whoever writes past all other triggers is noted, whichever table it is, each object once", async () => {
  const silent = await fromACheckpoint(async (client) => {
    await client.query("set local session_replication_role = replica");
    const { rows } = await client.query<{ table: string; event: string }>(`
      select tgrelid::regclass::text as table, substring(p.proname from '(update|delete)$') as event
      from pg_trigger t join pg_proc p on p.oid = t.tgfoid
      where p.prosrc like '%invariant_touch%' and p.proname ~ '_(update|delete)$' order by 1, 2`);
    expect(rows.length).toBeGreaterThan(30);
    const list: string[] = [];
    for (const { table, event } of rows) {
      await client.query("savepoint clean");
      const write =
        event === "update"
          ? `update ${table} set merchant_id = merchant_id`
          : `delete from ${table}`;
      const { rowCount } = await client.query(write);
      const noted = await client.query("select merchant_id, kind, id from touched_object");
      const twice = await client.query(
        "select from touched_object group by merchant_id, xact_id, kind, id having count(*) > 1",
      );
      if ((rowCount ?? 0) > 0 !== (noted.rowCount ?? 0) > 0 || twice.rowCount !== 0)
        list.push(`${event} of ${table}: ${rowCount} rows, ${noted.rowCount} noted`);
      await client.query("rollback to savepoint clean");
    }
    return list;
  });
  expect(silent).toEqual([]);
});
