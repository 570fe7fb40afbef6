import { availableParallelism } from "node:os";
import pg from "pg";
import { type InvariantResult, runInvariants } from "@/scripts/database/run-invariants";

/** More connections would only fight for the same disk. */
const mostConnections = 4;

/**
 * Every invariant over a whole database, as many at once as the machine has processors: over a million
 * orders the questions are what takes the time, and none waits for another.
 * @param ownerUrl of the database's owner
 */
export async function askInvariants(ownerUrl: string): Promise<InvariantResult[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  const beside = Array.from(
    { length: Math.min(mostConnections, availableParallelism()) - 1 },
    () => {
      return new pg.Client({ connectionString: ownerUrl });
    },
  );
  try {
    await Promise.all([client, ...beside].map((one) => one.connect()));
    return await runInvariants(client, beside);
  } finally {
    await Promise.all([client, ...beside].map((one) => one.end()));
  }
}
