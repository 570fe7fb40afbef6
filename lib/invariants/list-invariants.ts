import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../scripts/database/invariants");
const touchedFolder = join(folder, "touched");

/** A query that must return no row, over everything and over what was touched since the last run. */
export type Invariant = { name: string; sql: string; touchedSql: string };

/** The line by which an invariant says that whole orders and customers are enough for it. */
const byScope = /^-- every ten minutes: of what was touched$/m;

/**
 * The invariants of money.md 6 in the order of their numbers. What the ten-minute run asks is a query
 * of its own (touched/NN-name.sql), or the same one over the tables of touched/scope.sql, or, where
 * an invariant says nothing, the same one over everything: accounts, rights, what is still open.
 */
export function listInvariants(): Invariant[] {
  if (!existsSync(folder)) return [];
  const scope = readFileSync(join(touchedFolder, "scope.sql"), "utf8");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), "utf8");
      const touched = readTouched(file, sql);
      const touchedSql = touched ? `with ${scope}\nselect * from (\n${touched}\n) found` : sql;
      return { name: file.replace(/\.sql$/, ""), sql, touchedSql };
    });
}

/** @returns what is asked behind the scope, or null where everything is asked */
function readTouched(file: string, sql: string): string | null {
  const own = join(touchedFolder, file);
  if (existsSync(own)) return readFileSync(own, "utf8");
  return byScope.test(sql) ? sql : null;
}
