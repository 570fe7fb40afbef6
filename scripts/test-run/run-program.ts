import { spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/**
 * Runs a Node program of this repository with its output visible, and keeps what it wrote to
 * standard output when asked to.
 * @param args the program (a path or a package's file) and its arguments
 * @returns how it ended; stopping this process stops it too
 */
export function runProgram(
  args: readonly string[],
  options: { keepOutput?: boolean; env?: Record<string, string> } = {},
): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", ...args], {
    cwd: root,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", options.keepOutput ? "pipe" : "inherit", "inherit"],
  });
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  process.on("SIGINT", passOn).on("SIGTERM", passOn);
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    process.stdout.write(chunk);
  });
  return new Promise((resolve) => {
    child.once("error", () => resolve({ code: 1, output }));
    child.once("close", (code) => {
      process.off("SIGINT", passOn).off("SIGTERM", passOn);
      resolve({ code: code ?? 1, output });
    });
  });
}
