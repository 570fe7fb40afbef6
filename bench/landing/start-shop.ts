import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import pg from "pg";
import { testSecret } from "@/e2e/database-secret";
import { applicationUrl, buildTemplate } from "@/e2e/database-template";
import { freePort } from "@/scripts/database/free-port";
import { getSetting, setSettings } from "@/scripts/database/process-settings";
import { startTemporaryPostgres } from "@/scripts/database/temporary-postgres";
import { buildIfChanged } from "@/scripts/instance/build-if-changed";
import { waitUntilReady } from "@/scripts/instance/wait-until-ready";

export type RunningShop = {
  url: (path: string) => string;
  /** A share link to a product. */
  landingPath: string;
  superuserUrl: string;
  stop: () => Promise<void>;
};

/** The web process of the present build on a database of its own that writes to the disk as in production. */
export async function startShop(root: string): Promise<RunningShop> {
  const distDir = getSetting("NEXT_DIST_DIR") ?? ".next";
  await buildIfChanged(root, distDir, console.log);
  const server = await startTemporaryPostgres({ durable: true });
  const superuserUrl = server.url.replace(/\/postgres$/, "/landing");
  const port = await freePort();
  const settings = {
    DATABASE_URL: applicationUrl(superuserUrl),
    TEST_SUPERUSER_URL: superuserUrl,
    RENHE_SECRET: testSecret,
    PUBLIC_ORIGIN: `http://{host}:${port}`,
    PORT: String(port),
    NODE_ENV: "production",
    NEXT_DIST_DIR: distDir,
  };
  setSettings(settings);
  // Loaded here: it reads the settings once, and making the template sets others for a while.
  const { createLandingLink } = await import("@/bench/landing/create-landing-link");
  await createDatabase(server.url);
  setSettings(settings);
  const code = await createLandingLink();
  const web = spawn(process.execPath, ["--import", "tsx", join(root, "web/main.ts")], {
    cwd: root,
    // Its log is written in full and thrown away.
    stdio: ["ignore", "ignore", "inherit"],
  });
  const stop = async () => {
    web.kill("SIGTERM");
    if (web.exitCode === null) await once(web, "exit");
    await server.stop();
  };
  await waitUntilReady(`http://127.0.0.1:${port}/readyz`, 60_000).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const url = (path: string) => `http://localhost:${port}${path}`;
  return { url, landingPath: `/s/${code}`, superuserUrl, stop };
}

async function createDatabase(serverUrl: string): Promise<void> {
  const template = await buildTemplate(serverUrl);
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database landing template ${template}`);
  await client.end();
}
