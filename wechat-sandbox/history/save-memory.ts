import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";

/**
 * Writes the memory of a sandbox that ran without a disk into `dataDir`, where another one finds it
 * when it starts there. What lay there before is replaced. What was still to be notified is not
 * taken along: it is the past.
 */
export function saveMemory(db: DatabaseSync, dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, "sandbox.db");
  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${path}${suffix}`, { force: true });
  db.exec("delete from attempts; delete from notifications; delete from quotas;");
  db.prepare("vacuum into ?").run(path);
  chmodSync(path, 0o600);
}
