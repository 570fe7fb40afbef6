import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { InstanceSecrets } from "@/scripts/instance/load-secrets";
import type { OpenDatabase } from "@/scripts/instance/open-database";
import { PlainFault } from "@/scripts/instance/plain-fault";
import type { InstanceSettings } from "@/scripts/instance/read-settings";

const root = join(import.meta.dirname, "../..");
const seed = fileURLToPath(new URL("./seed.ts", import.meta.url));

/**
 * Writes the demo into an empty database, in a process of its own: the commands that it drives read
 * their settings once per process.
 */
export async function seedIfEmpty(options: {
  settings: InstanceSettings;
  secrets: InstanceSecrets;
  database: OpenDatabase;
  env: NodeJS.ProcessEnv;
  say: (sentence: string) => void;
  told: AbortSignal;
}): Promise<void> {
  const { settings, secrets, database, env, say, told } = options;
  if (!database.isEmpty) return;
  say("Making the demo: two shops and 90 days of history. This takes a minute.");
  const child = spawn(process.execPath, ["--import", "tsx", seed], {
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
