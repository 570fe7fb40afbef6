import { runCommand } from "@/scripts/instance/run-command";
import { runProgram } from "@/scripts/test-run/run-program";

/** `npm run lint [-- NAME …]`: every house rule, or those named. */
await runCommand(async () => {
  const { code } = await runProgram(["scripts/checks/lint.ts", ...process.argv.slice(2)]);
  return code;
});
