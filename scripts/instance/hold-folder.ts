import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PlainFault } from "@/scripts/instance/plain-fault";

/**
 * Marks the data folder as used by this process, so that a second start does not take the database
 * away from the first. A mark that a killed process left behind is taken over.
 * @returns what removes the mark
 */
export function holdFolder(dataDir: string): () => void {
  const file = join(dataDir, "renhe.pid");
  const holder = readHolder(file);
  if (holder !== null && isHeld(dataDir)) {
    throw new PlainFault(`Renhe already runs with ${dataDir} (process ${holder}): stop it first.`);
  }
  writeFileSync(file, `${process.pid}\n`);
  return () => rmSync(file, { force: true });
}

/** Whether another living process uses the data folder. */
export function isHeld(dataDir: string): boolean {
  const holder = readHolder(join(dataDir, "renhe.pid"));
  return holder !== null && holder !== process.pid && isAlive(holder);
}

function readHolder(file: string): number | null {
  try {
    return Number(readFileSync(file, "utf8")) || null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
