import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Stands in the data folder while the demo is being made: whoever finds it at a start knows that the
 * history in the database ends in the middle.
 */
function markOf(dataDir: string): string {
  return join(dataDir, "demo-unfinished");
}

/** Whether the last start was stopped while it made the demo. */
export function isDemoUnfinished(dataDir: string): boolean {
  return existsSync(markOf(dataDir));
}

/** Runs `make` between setting the mark and taking it away again; a failure leaves it. */
export async function withUnfinishedMark(
  dataDir: string,
  make: () => Promise<void>,
): Promise<void> {
  writeFileSync(markOf(dataDir), "");
  await make();
  rmSync(markOf(dataDir));
}
