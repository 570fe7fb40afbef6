import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { unpackChromium } from "@/scripts/browser/unpack-chromium";
import { writeFontConfig } from "@/scripts/browser/write-font-config";
import { getSetting } from "@/scripts/database/process-settings";

const run = promisify(execFile);
const systemNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A Chromium for tests and measurements: the program, what it must find around it, and its switches. */
export type Chromium = {
  executablePath: string;
  env: Record<string, string>;
  args: readonly string[];
};

/** Root may not use the sandbox, and a small /dev/shm (containers) ends pages without a word. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none",
];

/**
 * The Chromium of PLAYWRIGHT_CHROMIUM_PATH, else the machine's, else the one inside an npm package,
 * else the one that Playwright downloads.
 */
export async function findChromium(): Promise<Chromium> {
  const fonts = { FONTCONFIG_FILE: writeFontConfig() };
  const installed = getSetting("PLAYWRIGHT_CHROMIUM_PATH") ?? findOnPath();
  if (installed) return { executablePath: installed, env: fonts, args };
  if (process.platform === "linux" && process.arch === "x64") {
    const { program, libraries } = await unpackChromium();
    const env = starts(program) ? fonts : { ...fonts, LD_LIBRARY_PATH: libraries };
    return { executablePath: program, env, args };
  }
  return { executablePath: await downloadChromium(), env: fonts, args };
}

function findOnPath(): string | undefined {
  const folders = (getSetting("PATH") ?? "").split(delimiter);
  return systemNames
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

function starts(program: string): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
}

async function downloadChromium(): Promise<string> {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  const cli = join(
    dirname(createRequire(import.meta.url).resolve("@playwright/test/package.json")),
    "cli.js",
  );
  await run(process.execPath, [cli, "install", "chromium"]);
  return path;
}
