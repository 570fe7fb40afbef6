import { spawn } from "node:child_process";

/** What a tool said, and how it ended. */
export type ToolAnswer = { stdout: string; stderr: string; exitCode: number };

/**
 * Runs a Node.js program in the folder `cwd` and waits for it. A non-zero exit is an answer, not an
 * error: linters use it to say that they found something. Rejects when the program cannot start.
 */
export function runTool(script: string, args: string[], cwd: string): Promise<ToolAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({
        stdout: Buffer.concat(out).toString("utf8"),
        stderr: Buffer.concat(err).toString("utf8"),
        exitCode: code ?? 1,
      });
    });
  });
}

/** The JSON a tool printed. Throws with the tool's own complaint when it printed something else. */
export function parseToolJson<Report>(tool: string, answer: ToolAnswer): Report {
  try {
    return JSON.parse(answer.stdout);
  } catch {
    const complaint = (answer.stderr || answer.stdout).trim().slice(0, 2000);
    throw new Error(`${tool} gave no report (exit code ${answer.exitCode}): ${complaint}`);
  }
}
