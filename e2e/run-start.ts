import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/scripts/database/free-port";
import { foreignSettings } from "@/scripts/database/process-settings";

const root = join(import.meta.dirname, "..");

export type Ports = { web: number; sandbox: number; postgres: number };
type Ended = { code: number | null; output: string };
export type Running = {
  child: ChildProcess;
  output: () => string;
  ended: Promise<Ended>;
};

/** A folder of its own and free ports, so that tests disturb nobody. */
export async function newPlace(): Promise<{ dataDir: string; ports: Ports }> {
  const dataDir = mkdtempSync(join(tmpdir(), "renhe-start-"));
  await chmod(dataDir, 0o711);
  const ports = { web: await freePort(), sandbox: await freePort(), postgres: await freePort() };
  return { dataDir, ports };
}

/** Runs `npm run NAME` as a person would, with these settings and no others of this project. */
export function runRenhe(
  args: readonly string[],
  settings: Record<string, string>,
  nodeFlags: readonly string[] = [],
): Running {
  const child = spawn(process.execPath, [...nodeFlags, "scripts/run.mjs", ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...foreignSettings(), ...settings },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code) => resolve({ code, output: text.trim() }));
  });
  return { child, output: () => text, ended };
}

/** `npm start` in that place. */
export function startIn(place: { dataDir: string; ports: Ports }): Running {
  return runRenhe(["start"], settingsOf(place));
}

export function settingsOf({ dataDir, ports }: { dataDir: string; ports: Ports }) {
  return {
    RENHE_DATA_DIR: dataDir,
    PORT: String(ports.web),
    SANDBOX_PORT: String(ports.sandbox),
    POSTGRES_PORT: String(ports.postgres),
    RENHE_DEMO_DAYS: "7",
  };
}

/** Resolves when the text appears; rejects with everything that was said when the command ended first. */
export async function untilSaid(running: Running, text: string): Promise<void> {
  const end = running.ended.then(({ output }) => Promise.reject(new Error(output)));
  const said = new Promise<void>((resolve) => {
    const look = setInterval(() => {
      if (!running.output().includes(text)) return;
      clearInterval(look);
      resolve();
    }, 20);
    void running.ended.then(() => clearInterval(look));
  });
  await Promise.race([said, end]);
}

/** A process of an instance. */
export type Found = { pid: number; command: string };

/** Every process whose command line or settings name the folder: web, worker, sandbox, database. */
export function processesOf(dataDir: string): Found[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid)
    .map((pid) => ({ pid, command: read(pid, "cmdline"), settings: read(pid, "environ") }))
    .filter(({ command, settings }) => command && `${command}\0${settings}`.includes(dataDir))
    .map(({ pid, command }) => ({ pid, command: command.replaceAll("\0", " ").trim() }));
}

function read(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    return "";
  }
}
