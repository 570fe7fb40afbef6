import { expect } from "@playwright/test";
import { hashDatabase } from "@/e2e/routes/database-hash";

/** One question and what is wrong with its answer, or null. */
export type Try = { label: string; run: () => Promise<string | null> };

const atOnce = 6;

/**
 * Makes every try and proves that the whole database is afterwards what it was before. Which of them
 * wrote is looked for only where something did.
 */
export async function sweepWithoutTrace(tries: readonly Try[]): Promise<void> {
  const before = await hashDatabase();
  expect(await sweep(tries)).toEqual([]);
  if (differing(before, await hashDatabase()).length > 0) {
    expect(await findWriters(tries)).toEqual("what wrote the first time and no second time");
  }
}

/** Makes every try. @returns what was wrong with which */
export async function sweep(tries: readonly Try[]): Promise<string[]> {
  const faults: string[] = [];
  for (let start = 0; start < tries.length; start += atOnce) {
    const part = tries.slice(start, start + atOnce);
    const said = await Promise.all(part.map(({ run }) => run()));
    for (const [index, fault] of said.entries()) {
      if (fault !== null) faults.push(`${part[index]?.label}: ${fault}`);
    }
  }
  return faults;
}

async function findWriters(tries: readonly Try[]): Promise<string[]> {
  const writers: string[] = [];
  let before = await hashDatabase();
  for (const { label, run } of tries) {
    await run();
    const after = await hashDatabase();
    const tables = differing(before, after);
    if (tables.length > 0) writers.push(`${label} wrote ${tables.join(", ")}`);
    before = after;
  }
  return writers;
}

function differing(one: Record<string, string>, other: Record<string, string>): string[] {
  return Object.keys(other).filter((table) => one[table] !== other[table]);
}
