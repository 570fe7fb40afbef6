import pg from "pg";

/** The role of web and worker: owns nothing, sees one merchant at a time (row security). */
const applicationRole = "renhe_app";

/**
 * Gives the application's role its password, and the rights that migrations cannot give because
 * they name this database. Run as owner after applyMigrations; running it again changes nothing.
 * @param ownerUrl of the migrated database
 * @returns the URL with which web and worker sign in
 */
export async function prepareDatabase(ownerUrl: string, password: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const role = client.escapeIdentifier(applicationRole);
    // Roles belong to the whole server: two databases prepared at once would collide on the row.
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtext('renhe:prepare-database'))");
    await client.query(`alter role ${role} login password ${client.escapeLiteral(password)}`);
    // /readyz compares this list with the migrations that the program was written for.
    await client.query(`grant select on _prisma_migrations to ${role}`);
    await client.query("commit");
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.username = applicationRole;
  url.password = password;
  return url.href;
}
