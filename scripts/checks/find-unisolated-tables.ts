import type { Finding } from "@/scripts/checks/check";
import { placeOf, type Source } from "@/scripts/checks/read-sources";

const creation =
  /create\s+table\s+(?:if\s+not\s+exists\s+)?"?(\w+)"?\s*(?:\(([\s\S]*?)\n?\)\s*(?:partition\s+by[^;]*)?;|partition\s+of\s)/gi;
const addition = /alter\s+table\s+(?:only\s+)?"?(\w+)"?[^;]*?add\s+(?:column\s+)?"?merchant_id\b/gi;
const isolation = /\b(?:select|perform)\s+isolate_tenant_tables\s*\(\s*\)/gi;
const weakening = /\b(?:disable|no\s+force)\s+row\s+level\s+security/gi;

/** The platform's own table of host names points at its merchant and is read before one is known. */
const platformTables = ["merchant_host"];

/**
 * Tables with merchant_id that no later `select isolate_tenant_tables()` puts under row security,
 * and statements that take it away. `migrations` is in the order in which they are applied.
 */
export function findUnisolatedTables(migrations: readonly Source[]): Finding[] {
  const sources = migrations.map((source) => ({ ...source, text: blankComments(source.text) }));
  const lastCall = sources.findLastIndex(({ text }) => matches(text, isolation).length > 0);
  return sources.flatMap((source, position) => [
    ...tenantTables(source.text)
      .filter(
        ({ at }) => position > lastCall || (position === lastCall && at > lastOf(source.text)),
      )
      .map(({ name, at }) => ({
        place: placeOf(source, at),
        message: `${name} has merchant_id and no isolate_tenant_tables() follows`,
      })),
    ...matches(source.text, weakening).map((match) => ({
      place: placeOf(source, match.index),
      message: "row security is never taken away",
    })),
  ]);
}

function tenantTables(text: string): { name: string; at: number }[] {
  const created = matches(text, creation)
    // A partition has the columns of its parent, and is reachable by its own name.
    .filter(([, , body]) => body === undefined || /"?\bmerchant_id\b/.test(body));
  return [...created, ...matches(text, addition)]
    .map((match) => ({ name: match[1] ?? "", at: match.index }))
    .filter(({ name }) => !platformTables.includes(name));
}

function lastOf(text: string): number {
  return matches(text, isolation).at(-1)?.index ?? -1;
}

function matches(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

/** Comments become blanks of the same length, so that line numbers stay true. */
function blankComments(text: string): string {
  return text.replace(/--.*$|\/\*[\s\S]*?\*\//gm, (comment) => comment.replace(/[^\n]/g, " "));
}
