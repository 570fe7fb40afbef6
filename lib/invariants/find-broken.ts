import { type Invariant, listInvariants, listScope } from "@/lib/invariants/list-invariants";

export type BrokenInvariant = { name: string; rows: number };

/** How invariants are asked, in one transaction. `count` says how many rows a query returns. */
export type Asking = {
  count: (sql: string) => Promise<number>;
  execute: (sql: string) => Promise<unknown>;
  /** Hears of each one, with the milliseconds that it took. */
  onAsked?: (name: string, ms: number) => void;
};

/** Asks every invariant of everything. @returns those that have rows */
export async function findBroken(asking: Asking): Promise<BrokenInvariant[]> {
  return askAll(
    listInvariants().map(({ name, sql }) => ({ name, sql })),
    asking,
  );
}

/**
 * Asks every invariant as far as something was touched since the checkpoint. Those that look at
 * everything come first: afterwards temporary tables stand before the tables of the schema.
 */
export async function findBrokenAmongTouched(asking: Asking): Promise<BrokenInvariant[]> {
  const invariants = listInvariants();
  const whole = invariants.filter(({ touchedSql }) => touchedSql === null);
  const found = await askAll(whole, asking);
  const { narrow, widen } = listScope();
  const begin = performance.now();
  for (const statement of narrow) await asking.execute(statement);
  asking.onAsked?.("what was touched", performance.now() - begin);
  const narrowed = invariants.flatMap(({ name, touchedSql }) =>
    touchedSql === null ? [] : [{ name, sql: touchedSql }],
  );
  found.push(...(await askAll(narrowed, asking)));
  for (const statement of widen) await asking.execute(statement);
  return found.sort((one, other) => one.name.localeCompare(other.name));
}

async function askAll(
  questions: readonly Pick<Invariant, "name" | "sql">[],
  { count, onAsked }: Asking,
): Promise<BrokenInvariant[]> {
  const broken: BrokenInvariant[] = [];
  for (const { name, sql } of questions) {
    const begin = performance.now();
    const rows = await count(sql);
    onAsked?.(name, performance.now() - begin);
    if (rows > 0) broken.push({ name, rows });
  }
  return broken;
}
