import { PlainFault } from "@/scripts/instance/plain-fault";

/** Runs a command to its end: a PlainFault is said in one sentence, anything else with its stack. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const text = error instanceof Error && !(error instanceof PlainFault) ? error.stack : error;
    process.stderr.write(`${error instanceof PlainFault ? error.message : String(text)}\n`);
    process.exitCode = 1;
  }
}
