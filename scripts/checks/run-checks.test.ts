import { expect, test } from "vitest";
import type { Check } from "@/scripts/checks/check";
import { type CheckResult, formatResult, runChecks } from "@/scripts/checks/run-checks";

const clean: Check = { name: "clean", run: async () => [] };
const dirty: Check = { name: "dirty", run: async () => [{ place: "a.ts:1", message: "is wrong" }] };
const broken: Check = { name: "broken", run: () => Promise.reject(new Error("no such tool")) };

async function run(checks: Check[]): Promise<CheckResult[]> {
  const reported: CheckResult[] = [];
  await runChecks(
    checks,
    "",
    (result) => reported.push(result),
    () => 0,
  );
  return reported;
}

test("every check is reported, and one that cannot look counts as a finding", async () => {
  const results = await run([clean, dirty, broken]);
  const found = Object.fromEntries(results.map(({ name, findings }) => [name, findings]));
  expect(found).toEqual({
    clean: [],
    dirty: [{ place: "a.ts:1", message: "is wrong" }],
    broken: [{ place: "broken", message: "could not look: no such tool" }],
  });
});

test("two checks run at once, never three", async () => {
  let running = 0;
  let most = 0;
  const slow: Check = {
    name: "slow",
    run: async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running--;
      return [];
    },
  };
  expect(await run([slow, slow, slow, slow, slow])).toHaveLength(5);
  expect(most).toBe(2);
});

test("a result is one line, with its findings below", () => {
  const findings = [{ place: "a.ts:1", message: "is wrong" }];
  const lines = formatResult({ name: "dirty", findings, durationMs: 1240 }).split("\n");
  expect(lines).toEqual([expect.stringMatching(/^dirty +1 found +1\.2 s$/), "  a.ts:1  is wrong"]);
  expect(formatResult({ name: "clean", findings: [], durationMs: 5 })).toMatch(
    /^clean +ok +0\.0 s$/,
  );
});
