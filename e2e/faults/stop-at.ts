import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/** Where a transaction can be made to stand still: before a row is written, or within its COMMIT. */
export type StopPoint = `${"insert" | "update"} ${string}` | "commit";

const key = "hashtext('renhe: stop here')";
const patienceMs = 100_000;

/**
 * Makes the next transaction that reaches the point wait there, by a trigger of the test database that
 * asks for a lock which this connection holds. The product knows nothing of it.
 * @param commitTable a table that the transaction writes, for the point "commit": a deferred trigger
 *   runs when COMMIT has been said and not yet answered
 * @param when which rows stop it, in SQL over `new`
 */
export async function stopAt(
  superuserUrl: string,
  point: StopPoint,
  commitTable: string,
  when = "true",
): Promise<{ reached: () => Promise<void>; release: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`
    create or replace function testing.wait_here() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock_shared(${key}); return new; end $$;
    ${
      point === "commit"
        ? `create constraint trigger a_stop after insert or update on ${commitTable}
             deferrable initially deferred for each row when (${when}) execute function testing.wait_here()`
        : `create trigger a_stop before ${point.replace(" ", " on ")}
             for each row when (${when}) execute function testing.wait_here()`
    }`);
  await client.query(`select pg_advisory_lock(${key})`);
  const table = point === "commit" ? commitTable : (point.split(" ")[1] ?? "");
  return {
    reached: async () => {
      const until = Date.now() + patienceMs;
      for (;;) {
        const { rowCount } = await client.query(
          "select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
        );
        if (rowCount) return;
        if (Date.now() > until) throw new Error(`nobody came to ${point}`);
        await pause(20);
      }
    },
    release: async () => {
      await client.query(`select pg_advisory_unlock(${key})`);
      // What waited ends first: the trigger's table is in its hands.
      await client.query(`drop trigger a_stop on ${table}`);
      await client.end();
    },
  };
}
