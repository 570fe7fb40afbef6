import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/log/log";

/**
 * Calls `work` again and again, `everyMs` after its last end, until the signal aborts. What it
 * throws is logged: a lost database must not end the loop.
 */
export async function repeat(
  name: string,
  work: () => Promise<unknown>,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await work().catch((error: unknown) => log.error({ err: error, loop: name }, "loop failed"));
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
