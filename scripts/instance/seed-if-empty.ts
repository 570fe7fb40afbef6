import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { InstanceSecrets } from "@/scripts/instance/load-secrets";
import type { OpenDatabase } from "@/scripts/instance/open-database";
import { PlainFault } from "@/scripts/instance/plain-fault";
import type { InstanceSettings } from "@/scripts/instance/read-settings";
import { isDemoUnfinished, withUnfinishedMark } from "@/scripts/instance/unfinished-demo";

const root = join(import.meta.dirname, "../..");
const seedScript = fileURLToPath(new URL("./seed.ts", import.meta.url));

type SeedOptions = {
  settings: InstanceSettings;
  secrets: InstanceSecrets;
  database: OpenDatabase;
  env: NodeJS.ProcessEnv;
  say: (sentence: string) => void;
  told: AbortSignal;
};

/**
 * Writes the demo into an empty database, in a process of its own: the commands that it drives read
 * their settings once per process.
 */
export async function seedIfEmpty(options: SeedOptions): Promise<void> {
  const { settings, database, say } = options;
  if (settings.databaseUrl !== null && isDemoUnfinished(settings.dataDir)) {
    throw new PlainFault(
      "The demo in the database of DATABASE_URL was not finished last time: give it an empty database.",
    );
  }
  if (!database.isEmpty) return;
  say("Making the demo: two shops and 90 days of history. This takes a minute.");
  await withUnfinishedMark(settings.dataDir, () => seed(options));
}

async function seed(options: SeedOptions): Promise<void> {
  const { settings, secrets, database, env, told } = options;
  const child = spawn(process.execPath, ["--import", "tsx", seedScript], {
    cwd: root,
    signal: told,
    stdio: "inherit",
    env: {
      ...env,
      LOG_LEVEL: "warn",
      RENHE_DATA_DIR: settings.dataDir,
      RENHE_OWNER_URL: database.ownerUrl,
      RENHE_DEMO_PASSWORD: secrets.demoPassword,
    },
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (code !== 0) throw new PlainFault("The demo could not be made: the reason stands above.");
}
