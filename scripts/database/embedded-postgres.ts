import { execFile } from "node:child_process";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { createDatabaseIfMissing } from "@/scripts/database/create-database";
import { postgresBinaries, serverAccount } from "@/scripts/database/postgres-binaries";
import { reachableFolder, type ServerAccount } from "@/scripts/database/reachable-folder";
import { serverRoom } from "@/scripts/database/server-room";

const run = promisify(execFile);

export type EmbeddedServer = {
  /** The superuser's. */
  url: string;
  /** Where the data really are: see reachable-folder. */
  dataDir: string;
  stop: () => Promise<void>;
};

/**
 * Starts (or finds running) the Postgres that comes with the npm packages. pg_ctl puts it into a
 * process group of its own, so that Ctrl-C reaches the application first and the database last.
 * @param options.dataDir cluster folder, made at the first start and kept between runs
 * @param options.fallbackName what the folder is called where dataDir cannot be reached
 * @returns the superuser's URL of the database `name`, and a stop that waits until it is down
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  fallbackName: string;
  port: number;
  password: string;
  name: string;
  flags?: readonly string[];
}): Promise<EmbeddedServer> {
  const { port, password, name, flags = [] } = options;
  const account = await serverAccount();
  const { pgCtl, initdb } = await postgresBinaries(account);
  const dataDir = reachableFolder(options.dataDir, options.fallbackName, account);
  if (!existsSync(join(dataDir, "PG_VERSION"))) {
    await initialise(initdb, dataDir, password, account);
  }
  const place = ["-h 127.0.0.1", `-p ${port}`, "-k ''", "-c max_connections=120"];
  const settings = [...place, ...serverRoom(), ...flags];
  if (!(await isRunning(pgCtl, dataDir, account))) {
    const logFile = join(dataDir, "server.log");
    const start = ["-D", dataDir, "-l", logFile, "-w", "-o", settings.join(" "), "start"];
    await run(pgCtl, start, account).catch(async () => {
      throw new Error(`Postgres does not start on port ${port}: ${await lastLogLine(dataDir)}`);
    });
  }
  const server = `postgres://postgres:${password}@127.0.0.1:${await runningPort(dataDir, port)}`;
  await createDatabaseIfMissing(`${server}/postgres`, name);
  return {
    url: `${server}/${name}`,
    dataDir,
    stop: async () => {
      await run(pgCtl, ["-D", dataDir, "-m", "fast", "-w", "stop"], account);
    },
  };
}

/** Makes the cluster's folder, owned by the account that will serve it. */
async function initialise(
  initdb: string,
  dataDir: string,
  password: string,
  account: ServerAccount,
): Promise<void> {
  // Renamed into place at the end: a start that is killed here leaves nothing half-made behind.
  const folder = `${dataDir}.new`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // From a file: an argument would stand in the machine's list of processes.
  const passwordFile = `${dataDir}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined) {
    for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid ?? 0);
  }
  const locale = ["--encoding=UTF8", "--locale=C"];
  const access = ["-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
  try {
    await run(initdb, ["-D", folder, ...access, ...locale, "--no-sync"], account);
  } finally {
    rmSync(passwordFile);
  }
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(folder, dataDir);
}

async function isRunning(pgCtl: string, dataDir: string, account: ServerAccount): Promise<boolean> {
  return run(pgCtl, ["-D", dataDir, "status"], account).then(
    () => true,
    () => false,
  );
}

/** A server found running may listen elsewhere than asked for: line 4 of postmaster.pid says where. */
async function runningPort(dataDir: string, asked: number): Promise<number> {
  const lines = (await readFile(join(dataDir, "postmaster.pid"), "utf8")).split("\n");
  return Number(lines[3] ?? asked);
}

async function lastLogLine(dataDir: string): Promise<string> {
  const text = await readFile(join(dataDir, "server.log"), "utf8").catch(() => "");
  const lines = text.trim().split("\n");
  return lines.findLast((line) => /FATAL|ERROR/.test(line)) ?? lines.at(-1) ?? "no log";
}
