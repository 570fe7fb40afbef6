import { mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "@/scripts/database/free-port";
import { getSetting, setSettings } from "@/scripts/database/process-settings";
import { buildIfChanged } from "@/scripts/instance/build-if-changed";
import { openDataFolder } from "@/scripts/instance/check-machine";
import { findLandmarks, type Landmarks } from "@/scripts/instance/find-landmarks";
import { loadSecrets } from "@/scripts/instance/load-secrets";
import { startInstance } from "@/scripts/instance/start-instance";

const settingName = "RENHE_BROWSER_INSTANCE";

/** What a journey may know of the Renhe that it walks through. */
export type BrowserInstance = {
  webPort: number;
  sandboxUrl: string;
  /** The owner's, who sees every shop: for looking behind the page. */
  ownerUrl: string;
  demoPassword: string;
  landmarks: Landmarks;
};

/**
 * Starts a whole Renhe with a database, demo and sandbox of its own on free ports, from the
 * production build. @returns what stops it and deletes its data
 */
export async function startBrowserInstance(): Promise<() => Promise<void>> {
  const root = resolve(import.meta.dirname, "..");
  const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
  await buildIfChanged(root, getSetting("NEXT_DIST_DIR") ?? ".next", say);
  const dataDir = mkdtempSync(join(tmpdir(), "renhe-journeys-"));
  // Started by root, Postgres runs under another account.
  await chmod(dataDir, 0o711);
  openDataFolder(dataDir);
  const secrets = loadSecrets(dataDir, {});
  const ports = { web: await freePort(), sandbox: await freePort(), postgres: await freePort() };
  const instance = await startInstance({
    settings: { production: false, dataDir, databaseUrl: null, ports, publicOrigin: null },
    secrets,
    dev: false,
    say,
    told: new AbortController().signal,
  });
  const known: BrowserInstance = {
    webPort: ports.web,
    sandboxUrl: `http://localhost:${ports.sandbox}`,
    ownerUrl: instance.database.ownerUrl,
    demoPassword: secrets.demoPassword,
    landmarks: await findLandmarks(instance.database.ownerUrl),
  };
  setSettings({ [settingName]: JSON.stringify(known) });
  return async () => {
    await instance.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** The instance that the global setup started, in any of Playwright's processes. */
export function browserInstance(): BrowserInstance {
  const text = getSetting(settingName);
  if (!text) throw new Error("the journeys' global setup has not run");
  return JSON.parse(text);
}
