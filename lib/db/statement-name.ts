import { createHash } from "node:crypto";

const names = new Map<string, string>();

/**
 * The name under which a connection prepares a statement, so that it is parsed and planned once; the
 * map is bounded because lists of ids make new texts.
 */
export function statementName(sql: string): string {
  const known = names.get(sql);
  if (known) return known;
  const name = createHash("sha1").update(sql).digest("base64url");
  if (names.size < 500) names.set(sql, name);
  return name;
}
