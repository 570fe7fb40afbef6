import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatResult } from "@/scripts/checks/run-checks";
import { countChecks, countPlaywright, countVitest } from "@/scripts/test-run/count-results";

function report(content: object): string {
  const file = join(mkdtempSync(join(tmpdir(), "renhe-report-")), "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("a skipped or unfinished Vitest test is not counted as passed", () => {
  const file = report({ success: true, numPassedTests: 7, numTotalTests: 9 });
  expect(countVitest(file, 0)).toMatchObject({ passed: 7, failed: 2 });
});

test("a test file that could not be loaded fails the run although no test failed", () => {
  const file = report({ success: false, numPassedTests: 7, numTotalTests: 7 });
  expect(countVitest(file, 1)).toMatchObject({ passed: 7, failed: 1 });
});

test("a step that left no report has failed", () => {
  expect(countVitest("/nowhere.json", 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(countPlaywright("/nowhere.json", 0)).toMatchObject({ passed: 0, failed: 1 });
});

test("flaky and skipped journeys count as failed", () => {
  const file = report({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 } });
  expect(countPlaywright(file, 1)).toMatchObject({ passed: 3, failed: 3 });
});

test("each house rule is one test, and a linter that crashed is a failure", () => {
  const output = [
    formatResult({ name: "biome", findings: [], durationMs: 1234 }),
    formatResult({ name: "arrow", findings: [{ place: "a.ts:1", message: "b" }], durationMs: 5 }),
    formatResult({ name: "unused", findings: [], durationMs: 77 }),
    "1 found.",
  ].join("\n");
  expect(countChecks(output, 1)).toMatchObject({ passed: 2, failed: 1 });
  expect(countChecks("", 2)).toMatchObject({ passed: 0, failed: 1 });
});
