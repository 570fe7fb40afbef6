import { runCommand } from "@/scripts/instance/run-command";
import { runProgram } from "@/scripts/test-run/run-program";

/**
 * `npm run mutants [-- --mutate 'domain/tax/*.ts']`: Stryker changes the rules of money in every small
 * way it knows and runs their tests; fails when fewer than 90 % of the changes are noticed.
 */
await runCommand(async () => {
  const stryker = "node_modules/@stryker-mutator/core/bin/stryker.js";
  const { code } = await runProgram([stryker, "run", ...process.argv.slice(2)]);
  return code === 0 ? 0 : 1;
});
