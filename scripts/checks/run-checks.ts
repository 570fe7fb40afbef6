import type { Check, Finding } from "@/scripts/checks/check";

/** What a check found and how long it looked. */
export type CheckResult = { name: string; findings: Finding[]; durationMs: number };

/** Two cores: the tools keep them busy, a third would only wait. */
const atOnce = 2;

/**
 * Runs the checks over the tree at `root`, at most two at a time, and calls `report` as each one
 * ends. A check that throws could not look: that is a finding too. `nowMs` is the clock to time by.
 */
export async function runChecks(
  checks: readonly Check[],
  root: string,
  report: (result: CheckResult) => void,
  nowMs: () => number,
): Promise<CheckResult[]> {
  const waiting = [...checks];
  const results: CheckResult[] = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const startedAt = nowMs();
      const findings = await look(check, root);
      const result = { name: check.name, findings, durationMs: nowMs() - startedAt };
      results.push(result);
      report(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

async function look(check: Check, root: string): Promise<Finding[]> {
  try {
    return await check.run(root);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ place: check.name, message: `could not look: ${message}` }];
  }
}

/** One line per check, and one per finding below it. */
export function formatResult({ name, findings, durationMs }: CheckResult): string {
  const verdict = findings.length === 0 ? "ok" : `${findings.length} found`;
  const seconds = `${(durationMs / 1000).toFixed(1)} s`;
  const heading = `${name.padEnd(26)} ${verdict.padEnd(12)} ${seconds.padStart(7)}`;
  const lines = findings.map(({ place, message }) => `  ${place}  ${message}`);
  return [heading, ...lines].join("\n");
}
