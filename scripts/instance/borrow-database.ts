import { existsSync } from "node:fs";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@/scripts/database/embedded-postgres";
import { isHeld } from "@/scripts/instance/hold-folder";
import { loadSecrets } from "@/scripts/instance/load-secrets";
import { PlainFault } from "@/scripts/instance/plain-fault";
import type { InstanceSettings } from "@/scripts/instance/read-settings";

/**
 * The installation's database for a command that only looks: as it runs, or started for the moment.
 * @returns the owner's URL; `stop` leaves a server alone that somebody else had started
 * @throws PlainFault when there is no installation yet
 */
export async function borrowDatabase(
  settings: InstanceSettings,
): Promise<{ ownerUrl: string; stop: () => Promise<void> }> {
  const { dataDir, databaseUrl, ports } = settings;
  if (databaseUrl) return { ownerUrl: databaseUrl, stop: () => Promise.resolve() };
  if (!existsSync(join(dataDir, "secrets.json"))) {
    throw new PlainFault("There is no database here yet: `npm start` makes it.");
  }
  const secrets = loadSecrets(dataDir, {});
  const inUse = isHeld(dataDir);
  const server = await startEmbeddedPostgres({
    dataDir: join(dataDir, "postgres"),
    fallbackName: `${secrets.installationId}/postgres`,
    port: ports.postgres,
    password: secrets.postgresPassword,
    name: "renhe",
  });
  return { ownerUrl: server.url, stop: inUse ? () => Promise.resolve() : server.stop };
}
