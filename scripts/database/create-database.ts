import pg from "pg";

/** Creates the database `name` on the server of `adminUrl` unless it is there. */
export async function createDatabaseIfMissing(adminUrl: string, name: string): Promise<void> {
  await onServer(adminUrl, async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
}

/** Throws away the database `name` with all that is in it, and makes it anew, empty. */
export async function recreateDatabase(adminUrl: string, name: string): Promise<void> {
  await onServer(adminUrl, async (client) => {
    const database = client.escapeIdentifier(name);
    await client.query(`drop database if exists ${database} with (force)`);
    await client.query(`create database ${database}`);
  });
}

async function onServer(
  adminUrl: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
