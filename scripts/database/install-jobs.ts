import pg from "pg";
import { PgBoss } from "pg-boss";

/**
 * Makes or updates pg-boss's own schema as owner and lets the application's role work in it: the
 * worker itself may change no table. Running it again changes nothing.
 */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: "pgboss", ...installerOnly });
  boss.on("error", () => {});
  await boss.start();
  await boss.stop({ graceful: false });

  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`
      grant usage on schema pgboss to renhe_app;
      grant select, insert, update, delete on all tables in schema pgboss to renhe_app;
      grant usage on all sequences in schema pgboss to renhe_app;
      grant execute on all functions in schema pgboss to renhe_app`);
  } finally {
    await client.end();
  }
}

/** No work, no clock, no upkeep: only the schema. */
const installerOnly = { max: 2, supervise: false, schedule: false, migrate: true } as const;
