import type { Client } from "pg";
import { listInvariants } from "@/lib/invariants/list-invariants";
import { roomToWorkSql } from "@/lib/invariants/room-to-work";

/** What one invariant found: no row means that it holds. At most `rowLimit` rows are kept. */
export type InvariantResult = {
  name: string;
  rowCount: number;
  rows: Record<string, unknown>[];
  durationMs: number;
};

const rowLimit = 20;

/** Those that take longest over a large shop come first, so that no connection waits for another at the end. */
const long = /^(17|31|13|71)-/;

/**
 * Runs every file of scripts/database/invariants (design: money.md 6), each one query that must
 * return no row.
 * @param client an owner; one that row security binds looks at each merchant in turn
 * @param beside further connections of the same owner: each takes the next question that nobody has
 */
export async function runInvariants(
  client: Client,
  beside: readonly Client[] = [],
): Promise<InvariantResult[]> {
  const scopes = await merchantScopes(client);
  const invariants = [...listInvariants().entries()];
  const isLong = ([, { name }]: (typeof invariants)[number]) => long.test(name);
  const waiting = [
    ...invariants.filter(isLong),
    ...invariants.filter((one) => !isLong(one)),
  ].values();
  const results: InvariantResult[] = [];
  const ask = async (one: Client) => {
    await one.query(roomToWorkSql("connection"));
    for (const [at, { name, sql }] of waiting) results[at] = await look(one, scopes, name, sql);
  };
  await Promise.all([client, ...beside].map(ask));
  return results;
}

async function look(
  client: Client,
  scopes: readonly string[],
  name: string,
  sql: string,
): Promise<InvariantResult> {
  const begin = performance.now();
  const rows: Record<string, unknown>[] = [];
  for (const merchantId of scopes) {
    await client.query("select set_config('app.merchant_id', $1, false)", [merchantId]);
    rows.push(...(await client.query<Record<string, unknown>>(sql)).rows);
  }
  const durationMs = Math.round(performance.now() - begin);
  return { name, rowCount: rows.length, rows: rows.slice(0, rowLimit), durationMs };
}

/** A superuser sees all merchants at once; to anybody else an unscoped question would find nothing wrong. */
async function merchantScopes(client: Client): Promise<string[]> {
  const role = await client.query<{ unbound: boolean }>(
    "select rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user",
  );
  if (role.rows[0]?.unbound) return [""];
  const merchants = await client.query<{ id: string }>("select id from merchant order by id");
  return merchants.rows.map(({ id }) => id);
}
