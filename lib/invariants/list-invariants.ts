import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../scripts/database/invariants");
const touchedFolder = join(folder, "touched");

/** A query that must return no row; `touchedSql` is what is asked of what was touched, where it differs. */
export type Invariant = { name: string; sql: string; touchedSql: string | null };

/** The line by which an invariant says that whole orders and customers are enough for it. */
const byScope = /^-- every ten minutes: of what was touched$/m;

/**
 * The invariants of money.md 6 in the order of their numbers. In the tables of `listScope`, the
 * ten-minute run asks a query of its own (touched/NN-name.sql) or the same one; where an invariant says
 * nothing, it is asked of everything every time: accounts, rights, what is still open.
 */
export function listInvariants(): Invariant[] {
  return listSql(folder).map((file) => {
    const sql = readFileSync(join(folder, file), "utf8");
    const own = join(touchedFolder, file);
    const same = byScope.test(sql) ? sql : null;
    const touchedSql = existsSync(own) ? readFileSync(own, "utf8") : same;
    return { name: file.replace(/\.sql$/, ""), sql, touchedSql };
  });
}

/** The statements that narrow the tables down to what was touched, and those that undo it. */
export function listScope(): { narrow: string[]; widen: string[] } {
  const text = readFileSync(join(touchedFolder, "scope.sql"), "utf8");
  const narrow = text
    .split(";\n")
    .map((statement) => statement.trim())
    .filter(Boolean);
  const tables = [...text.matchAll(/^create temporary table (\w+)/gm)].map(([, name]) => name);
  const settings = [...text.matchAll(/set_config\('(\w+)', 'off'/g)].map(([, name]) => name);
  const widen = [
    `drop table ${tables.map((name) => `pg_temp.${name}`).join(", ")}`,
    ...settings.map((name) => `select set_config('${name}', 'on', true)`),
  ];
  return { narrow, widen };
}

function listSql(path: string): string[] {
  return existsSync(path)
    ? readdirSync(path)
        .filter((file) => file.endsWith(".sql"))
        .sort()
    : [];
}
