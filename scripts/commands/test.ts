import { rmSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "@/scripts/instance/run-command";
import { toldToStop } from "@/scripts/instance/told-to-stop";
import { listSteps } from "@/scripts/test-run/list-steps";

const root = join(import.meta.dirname, "../..");

/**
 * `npm test`: proves everything, and ends with one line `N passed, N failed`. A step that fails does
 * not keep the others from running: one run shows all that is wrong, and names it once more at its
 * end, where whoever sees only the end of a log finds it.
 */
const told = toldToStop();
await runCommand(async () => {
  const reports = join(root, "test-results");
  rmSync(reports, { recursive: true, force: true });
  const began = performance.now();
  const total = { passed: 0, failed: 0 };
  const wrong: string[] = [];
  for (const { name, run } of listSteps(root, reports)) {
    const start = performance.now();
    console.log(`\n── ${name}`);
    const { passed, failed, failures } = await run();
    if (told.aborted) return 130;
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) wrong.push(`${name}: ${failed} wrong`, ...failures);
    console.log(`── ${name}: ${passed} right, ${failed} wrong, ${seconds(start)} s`);
  }
  if (wrong.length > 0) console.log(`\n── What is wrong\n${wrong.join("\n")}`);
  console.log(`\nAll of it took ${seconds(began)} s.`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}
