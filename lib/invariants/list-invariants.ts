import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../scripts/database/invariants");

/** The invariants of money.md 6 in the order of their numbers: each a query that must return no row. */
export function listInvariants(): { name: string; sql: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => ({
      name: name.replace(/\.sql$/, ""),
      sql: readFileSync(join(folder, name), "utf8"),
    }));
}
