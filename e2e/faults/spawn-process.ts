import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/scripts/database/free-port";
import { foreignSettings } from "@/scripts/database/process-settings";
import { waitUntilReady } from "@/scripts/instance/wait-until-ready";

const root = join(import.meta.dirname, "../..");

export type SpawnedProcess = {
  /** SIGKILL: no handler of its runs. */
  kill: () => Promise<void>;
  isAlive: () => boolean;
};

export type SpawnedWeb = SpawnedProcess & { url: (path: string) => string };

type Settings = Record<string, string>;

/** worker/main.ts as a process of its own. */
export async function spawnWorker(settings: Settings): Promise<SpawnedProcess> {
  return spawnProgram("worker/main.ts", settings);
}

/** web/main.ts with the build that is there. @returns where it answers, once it does */
export async function spawnWeb(settings: Settings): Promise<SpawnedWeb> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const own = { ...settings, PORT: String(port), PUBLIC_ORIGIN: `http://{host}:${port}` };
  const web = await spawnProgram("web/main.ts", own);
  await waitUntilReady(`http://127.0.0.1:${port}/readyz`, 90_000).catch(async (error) => {
    // Nobody else would end it.
    await web.kill();
    throw error;
  });
  return { ...web, url: (path) => `${origin}${path}` };
}

async function spawnProgram(path: string, settings: Settings): Promise<SpawnedProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", join(root, path)], {
    cwd: root,
    env: { ...foreignSettings(), ...settings },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  // A program that cannot start says so at once.
  await pause(300);
  if (!isAlive()) throw new Error(`${path} did not start`);
  return {
    isAlive,
    kill: async () => {
      if (!isAlive()) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}
