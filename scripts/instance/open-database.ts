import { join } from "node:path";
import pg from "pg";
import { applyMigrations } from "@/scripts/database/apply-migrations";
import { recreateDatabase } from "@/scripts/database/create-database";
import { startEmbeddedPostgres } from "@/scripts/database/embedded-postgres";
import { installJobs } from "@/scripts/database/install-jobs";
import { prepareDatabase } from "@/scripts/database/prepare-database";
import type { InstanceSecrets } from "@/scripts/instance/load-secrets";
import { PlainFault, reasonOf } from "@/scripts/instance/plain-fault";
import type { InstanceSettings } from "@/scripts/instance/read-settings";
import { isDemoUnfinished } from "@/scripts/instance/unfinished-demo";

export type OpenDatabase = {
  /** Owns the tables: for migrations, seeds and invariants. */
  ownerUrl: string;
  /** The role of web and worker. */
  appUrl: string;
  isEmpty: boolean;
  stop: () => Promise<void>;
};

/**
 * A database with all migrations: the embedded one, or the one of DATABASE_URL.
 * @throws PlainFault when it does not answer, refuses, or cannot be migrated
 */
export async function openDatabase(
  settings: Pick<InstanceSettings, "dataDir" | "databaseUrl" | "ports">,
  secrets: InstanceSecrets,
  say: (sentence: string) => void,
): Promise<OpenDatabase> {
  const server = settings.databaseUrl
    ? { url: settings.databaseUrl, stop: () => Promise.resolve() }
    : await startServer(settings, secrets, say);
  try {
    await migrate(server.url, say);
    const appUrl = await prepareDatabase(server.url, secrets.applicationPassword);
    await installJobs(server.url);
    return { ownerUrl: server.url, appUrl, isEmpty: await hasNoMerchant(server.url), ...server };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function startServer(
  { dataDir, ports }: Pick<InstanceSettings, "dataDir" | "ports">,
  secrets: InstanceSecrets,
  say: (sentence: string) => void,
) {
  const wanted = join(dataDir, "postgres");
  const server = await startEmbeddedPostgres({
    dataDir: wanted,
    fallbackName: `${secrets.installationId}/postgres`,
    port: ports.postgres,
    password: secrets.postgresPassword,
    name: "renhe",
  }).catch((error: unknown) => {
    throw new PlainFault(explainStart(reasonOf(error), dataDir));
  });
  if (server.dataDir !== wanted) {
    say(
      `Postgres may not run as root and cannot reach this folder: its data are in ${server.dataDir}.`,
    );
  }
  if (isDemoUnfinished(dataDir)) {
    say("The demo was not finished last time: it is made anew.");
    await recreateDatabase(server.url.replace(/\/renhe$/, "/postgres"), "renhe");
  }
  return server;
}

function explainStart(reason: string, dataDir: string): string {
  if (!/password authentication failed/.test(reason)) return reason;
  return `The database does not take the password in ${join(dataDir, "secrets.json")}: restore the file that belongs to it.`;
}

async function migrate(ownerUrl: string, say: (sentence: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    // Two starts at once migrate one after the other; the lock ends with the connection.
    await client.query("select pg_advisory_lock(hashtext('renhe:migrate'))");
    const applied = await applyMigrations(ownerUrl);
    if (applied.length > 0) say(`Migrated the database: ${applied.length} migrations.`);
  } catch (error) {
    throw new PlainFault(`The database could not be migrated: ${reasonOf(error)}`);
  } finally {
    await client.end();
  }
}

async function hasNoMerchant(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from merchant limit 1");
    return rowCount === 0;
  } finally {
    await client.end();
  }
}
