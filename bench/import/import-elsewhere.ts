import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

export type ImportRun = {
  readLines: number;
  saleLines: number;
  refundLines: number;
  refusedLines: number;
  orders: number;
  refunds: number;
  /** From the first byte of the upload to the last order. */
  seconds: number;
  undoSeconds: number;
  linesPerSecond: number;
  /** The most memory that the process ever held. */
  peakMb: number;
};

/** Imports a file in a process of its own, as the worker is one, with this process's settings. */
export async function importElsewhere(path: string): Promise<ImportRun> {
  const program = join(import.meta.dirname, "run-import.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return JSON.parse(output.trimEnd().split("\n").at(-1) ?? "");
}
