import pg from "pg";
import { runInvariants } from "@/scripts/database/run-invariants";

/**
 * Looks at every invariant with the clock of the history's end. Everything is new to the database:
 * without counting it first, it would join the tables in the worst of orders.
 * @param ownerUrl of the database
 * @throws Error that names what does not hold
 */
export async function checkDemo(ownerUrl: string, now: Date): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("analyze");
    await client.query("select set_config('app.invariants_at', $1, false)", [now.toISOString()]);
    const broken = (await runInvariants(client)).filter(({ rowCount }) => rowCount > 0);
    if (broken.length === 0) return;
    const lines = broken.map(
      ({ name, rowCount, rows }) => `${name}: ${rowCount}, such as ${JSON.stringify(rows[0])}`,
    );
    throw new Error(`the demo breaks invariants:\n${lines.join("\n")}`);
  } finally {
    await client.end();
  }
}
