import type { Client } from "pg";
import { listInvariants } from "@/lib/invariants/list-invariants";

/** What one invariant found: no row means that it holds. At most `rowLimit` rows are kept. */
export type InvariantResult = {
  name: string;
  rowCount: number;
  rows: Record<string, unknown>[];
  durationMs: number;
};

const rowLimit = 20;

/** Over a million orders, what fits into memory takes half the time, and compiling takes long. */
const roomToWork = "select set_config('work_mem', '256MB', false), set_config('jit', 'off', false)";

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
  const waiting = listInvariants().entries();
  const results: InvariantResult[] = [];
  const ask = async (one: Client) => {
    await one.query(roomToWork);
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
