import { listInvariants } from "@/lib/invariants/list-invariants";

export type BrokenInvariant = { name: string; rows: number };

/**
 * Asks every invariant, over everything or over what was touched since the checkpoint.
 * @param count the number of rows that a query returns
 * @param onAsked hears of each one, with the milliseconds that it took
 */
export async function findBroken(
  count: (sql: string) => Promise<number>,
  reach: "whole" | "touched",
  onAsked: (name: string, ms: number) => void = () => {},
): Promise<BrokenInvariant[]> {
  const broken: BrokenInvariant[] = [];
  for (const { name, sql, touchedSql } of listInvariants()) {
    const begin = performance.now();
    const rows = await count(reach === "whole" ? sql : touchedSql);
    onAsked(name, performance.now() - begin);
    if (rows > 0) broken.push({ name, rows });
  }
  return broken;
}
