import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

/** One of the processes of an instance. */
export type Program = {
  name: string;
  /** The script and its arguments. */
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  logFile: string;
};

export type Supervised = {
  /** Null while it waits for its restart. */
  pid: () => number | null;
  /** Settles when the program died too often at its start; never otherwise. */
  gaveUp: Promise<string>;
  stop: () => Promise<void>;
};

const preload = new URL("./end-with-parent.mjs", import.meta.url).href;
/** Whoever lives this long has started; a death after that is no longer counted. */
const startedAfterMs = 20_000;
const deathsAllowed = 4;
const firstPauseMs = 500;
const longestPauseMs = 30_000;
/** How long a process may take to finish what it has begun. */
const graceMs = 15_000;
const largestLogBytes = 20_000_000;

/**
 * Starts a program in a process group of its own (Ctrl-C reaches the parent alone, which stops all
 * in order) and starts it again, after longer and longer pauses, whenever it dies.
 */
export function supervise(program: Program, say: (sentence: string) => void): Supervised {
  let child: ChildProcess | null = null;
  let stopping = false;
  let deaths = 0;
  let restart: NodeJS.Timeout | undefined;
  const { promise: gaveUp, resolve: giveUp } = Promise.withResolvers<string>();

  const start = (): void => {
    const began = Date.now();
    child = startOnce(program);
    child.once("exit", (code, signal) => {
      child = null;
      if (stopping) return;
      deaths = Date.now() - began > startedAfterMs ? 1 : deaths + 1;
      const why = `The ${program.name} ended (${signal ?? `code ${code}`}).`;
      if (deaths === deathsAllowed) giveUp(`${why}\n${lastLines(program.logFile)}`);
      const pauseMs = Math.min(firstPauseMs * 2 ** (deaths - 1), longestPauseMs);
      say(
        `${why} It starts again in ${pauseMs / 1000} s; its last lines:\n${lastLines(program.logFile, 5)}`,
      );
      restart = setTimeout(start, pauseMs);
    });
  };
  start();
  return {
    pid: () => child?.pid ?? null,
    gaveUp,
    stop: async () => {
      stopping = true;
      clearTimeout(restart);
      if (child) await endGroup(child);
    },
  };
}

function startOnce({ args, env, logFile }: Program): ChildProcess {
  if (existsSync(logFile) && statSync(logFile).size > largestLogBytes) {
    renameSync(logFile, `${logFile}.1`);
  }
  const log = openSync(logFile, "a");
  const child = spawn(process.execPath, ["--import", "tsx", "--import", preload, ...args], {
    cwd: join(import.meta.dirname, "../.."),
    env,
    detached: true,
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  // An error here is a program that could not be started: "exit" does not follow it.
  child.once("error", () => child.emit("exit", 1, null));
  return child;
}

/** Asks, waits, and after the grace ends the whole group. */
async function endGroup(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => killGroup(child), graceMs);
  await ended;
  clearTimeout(timer);
  // What it had started itself goes with it.
  killGroup(child);
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nobody is left in the group.
  }
}

/** The end of a log, for a person who asks why. */
export function lastLines(file: string, count = 15): string {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text.trimEnd().split("\n").slice(-count).join("\n");
}
