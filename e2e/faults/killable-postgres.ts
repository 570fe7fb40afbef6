import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { buildTemplate } from "@/e2e/database-template";
import { startEmbeddedPostgres } from "@/scripts/database/embedded-postgres";
import { startTemporaryPostgres } from "@/scripts/database/temporary-postgres";

export type KillablePostgres = {
  /** The superuser's URL of the shop's database. */
  url: string;
  /** SIGKILL to the server in the middle of whatever it does; back when it takes connections again. */
  killAndRestart: () => Promise<void>;
  stop: () => Promise<void>;
};

const patienceMs = 30_000;

/**
 * A server of its own, which waits for the disk as in production, with one migrated shop database.
 * @param onStarted runs before the database is made, which needs settings of its own for a while
 */
export async function startKillablePostgres(
  onStarted: (url: string) => Promise<void>,
): Promise<KillablePostgres> {
  const server = await startTemporaryPostgres({ durable: true });
  const url = server.url.replace(/\/postgres$/, "/shop");
  await onStarted(url);
  const template = await buildTemplate(server.url);
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`create database shop template ${template}`);
  await client.end();
  const { port } = new URL(server.url);
  const again = { dataDir: server.dataDir, fallbackName: "", port: Number(port) };
  return {
    url,
    killAndRestart: async () => {
      const pidFile = readFileSync(join(server.dataDir, "postmaster.pid"), "utf8");
      process.kill(Number(pidFile.split("\n")[0]), "SIGKILL");
      const until = Date.now() + patienceMs;
      for (;;) {
        // The server's own children need a moment to notice that they are orphans.
        await pause(200);
        const started = startEmbeddedPostgres({
          ...again,
          password: "temporary",
          name: "postgres",
        });
        const failure = await started.then(() => null, String);
        if (failure === null) return;
        if (Date.now() > until) throw new Error(failure);
      }
    },
    stop: server.stop,
  };
}
