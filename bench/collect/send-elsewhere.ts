import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

export type Sent = { batches: number; events: number; refused: number; seconds: number };

/** Sends from a process of its own: the phones are not part of the shop. */
export async function sendElsewhere(args: readonly string[]): Promise<Sent> {
  const program = join(import.meta.dirname, "send-batches.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`sending ended with ${code}`);
  return JSON.parse(output.trimEnd().split("\n").at(-1) ?? "");
}
