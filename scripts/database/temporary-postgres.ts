import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type EmbeddedServer, startEmbeddedPostgres } from "@/scripts/database/embedded-postgres";
import { freePort } from "@/scripts/database/free-port";

/** Nobody needs a test's data after a power cut: the disk is not waited for. */
const forgetful = ["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"];

/**
 * A Postgres of its own in a temporary folder, on a free port.
 * @returns the superuser's URL of the database `postgres`; `stop` also deletes the folder
 */
export async function startTemporaryPostgres(
  options: { durable?: boolean } = {},
): Promise<EmbeddedServer> {
  const folder = await mkdtemp(join(tmpdir(), "renhe-postgres-"));
  // Started by root, the server runs under another account.
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, "data"),
    fallbackName: basename(folder),
    port: await freePort(),
    password: "temporary",
    name: "postgres",
    flags: options.durable ? [] : forgetful,
  });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      for (const path of [folder, server.dataDir]) await rm(path, { recursive: true, force: true });
    },
  };
}
