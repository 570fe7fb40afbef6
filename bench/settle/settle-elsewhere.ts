import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

export type SettlementRun = {
  settled: number;
  perSecond: number;
  batches: number;
  longestBatchMs: number;
  /** Highest memory of the last quarter of the batches against that of the first, in MB and as a ratio. */
  firstMemoryMb: number;
  lastMemoryMb: number;
  memoryRatio: number;
};

/** Runs the settlement in a process of its own, as the worker is one, with this process's settings. */
export async function settleElsewhere(): Promise<SettlementRun> {
  const program = join(import.meta.dirname, "run-settlement.ts");
  const child = spawn(process.execPath, ["--expose-gc", "--import", "tsx", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`the settlement ended with ${code}`);
  return JSON.parse(output.trimEnd().split("\n").at(-1) ?? "");
}
