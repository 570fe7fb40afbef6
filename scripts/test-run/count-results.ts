import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** What one step of `npm test` found. */
export type Counts = { passed: number; failed: number };

const vitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numTotalTests: z.int(),
});
const playwrightReport = z.object({
  stats: z.object({
    expected: z.int(),
    unexpected: z.int(),
    flaky: z.int(),
    skipped: z.int(),
  }),
});

/** A step that ended badly has at least one failure, whatever its report says or fails to say. */
function atLeastOneFailure(counts: Counts, code: number): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Counts Vitest's JSON report; a test that did not run has not passed. */
export function countVitest(file: string, code: number): Counts {
  const report = readReport(file, vitestReport);
  if (!report) return { passed: 0, failed: 1 };
  const { success, numPassedTests: passed, numTotalTests: total } = report;
  return atLeastOneFailure({ passed, failed: total - passed }, success ? code : 1);
}

/** Counts Playwright's JSON report; a flaky journey has failed. */
export function countPlaywright(file: string, code: number): Counts {
  const report = readReport(file, playwrightReport);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky + skipped }, code);
}

/** Counts the headings of scripts/checks/lint.ts: "NAME  ok  1.2 s" or "NAME  3 found  1.2 s". */
export function countChecks(output: string, code: number): Counts {
  const passed = output.match(/^\S+\s+ok\s+[\d.]+ s$/gm)?.length ?? 0;
  const failed = output.match(/^\S+\s+\d+ found\s+[\d.]+ s$/gm)?.length ?? 0;
  return atLeastOneFailure({ passed, failed }, code);
}

function readReport<T>(file: string, schema: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null;
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  return parsed.success ? parsed.data : null;
}
