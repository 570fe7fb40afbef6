import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { z } from "zod";
import {
  namePlaywrightFailures,
  nameVitestFailures,
  playwrightNames,
  vitestNames,
} from "@/scripts/test-run/name-failures";

const root = resolve(import.meta.dirname, "../..");

/** What one step of `npm test` found, and each failure that its report names, in a text of some lines. */
export type Counts = { passed: number; failed: number; failures: string[] };

const vitestReport = vitestNames.extend({
  success: z.boolean(),
  numPassedTests: z.int(),
  numTotalTests: z.int(),
});
const playwrightReport = playwrightNames.extend({
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
  if (!report) return noReport(file);
  const { success, numPassedTests: passed, numTotalTests: total } = report;
  const failures = nameVitestFailures(report, root);
  return atLeastOneFailure({ passed, failed: total - passed, failures }, success ? code : 1);
}

/** Counts Playwright's JSON report; a flaky journey has failed. */
export function countPlaywright(file: string, code: number): Counts {
  const report = readReport(file, playwrightReport);
  if (!report) return noReport(file);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + skipped;
  return atLeastOneFailure(
    { passed: expected, failed, failures: namePlaywrightFailures(report) },
    code,
  );
}

/** Counts the headings of scripts/checks/lint.ts: "NAME  ok  1.2 s" or "NAME  3 found  1.2 s". */
export function countChecks(output: string, code: number): Counts {
  const passed = output.match(/^\S+\s+ok\s+[\d.]+ s$/gm)?.length ?? 0;
  const failures = output.match(/^\S+\s+\d+ found\s+[\d.]+ s$/gm) ?? [];
  return atLeastOneFailure({ passed, failed: failures.length, failures: [...failures] }, code);
}

function noReport(file: string): Counts {
  return {
    passed: 0,
    failed: 1,
    failures: [`${basename(file)} was not written, or holds no report.`],
  };
}

function readReport<T>(file: string, schema: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null;
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  return parsed.success ? parsed.data : null;
}
