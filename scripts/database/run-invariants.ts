import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";

const folder = join(import.meta.dirname, "invariants");

/** What one invariant found: no row means that it holds. At most `rowLimit` rows are kept. */
export type InvariantResult = {
  name: string;
  rowCount: number;
  rows: Record<string, unknown>[];
  durationMs: number;
};

const rowLimit = 20;

/**
 * Runs every file of scripts/database/invariants (design: money.md 6), each one query that must
 * return no row.
 * @param client signed in as superuser: the application's role sees no merchant here
 */
export async function runInvariants(client: Client): Promise<InvariantResult[]> {
  const results: InvariantResult[] = [];
  for (const file of invariantFiles()) {
    const begin = performance.now();
    const { rows } = await client.query<Record<string, unknown>>(file.sql);
    results.push({
      name: file.name,
      rowCount: rows.length,
      rows: rows.slice(0, rowLimit),
      durationMs: Math.round(performance.now() - begin),
    });
  }
  return results;
}

/** The invariants in the order of their numbers. */
function invariantFiles(): { name: string; sql: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => ({
      name: name.replace(/\.sql$/, ""),
      sql: readFileSync(join(folder, name), "utf8"),
    }));
}
