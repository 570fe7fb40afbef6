import pg from "pg";

/** The databases of one measurement, on a server of their own. */
export type BenchDatabases = {
  /** The superuser's URL of the server's own database. */
  serverUrl: string;
  /** The superuser's URLs of ours and theirs. */
  oursUrl: string;
  theirsUrl: string;
};

/** Copies a database under a new name. Nobody may be signed in to the source. */
export async function copyDatabase(serverUrl: string, source: string, copy: string): Promise<void> {
  await asOwner(serverUrl, (client) => client.query(`create database ${copy} template ${source}`));
}

/** Gives the planner what it knows in a shop that has been open for a while. */
export async function gatherStatistics(url: string): Promise<void> {
  await asOwner(url, (client) => client.query("vacuum analyze"));
}

/** Runs `work` on one connection as superuser. */
export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
