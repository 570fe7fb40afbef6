import { totalmem } from "node:os";

const mebibyte = 2 ** 20;
const leastMb = 128;
const mostMb = 4_096;

/**
 * What Postgres' own defaults, made for a machine of 2000, leave unused: a quarter of the memory for
 * pages, and checkpoints by the clock instead of in the middle of a settlement or an import, after
 * which each page is written to the log in full once more.
 * @returns flags of the server's command line
 */
export function serverRoom(): string[] {
  const quarterMb = Math.floor(availableBytes() / 4 / mebibyte);
  const buffersMb = Math.min(mostMb, Math.max(leastMb, quarterMb));
  return [`-c shared_buffers=${buffersMb}MB`, "-c max_wal_size=4GB"];
}

/** A container may have less than its machine; 0 or more than the machine means that nothing is set. */
function availableBytes(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
