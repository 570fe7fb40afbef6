import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { createDatabaseIfMissing } from "@/scripts/database/create-database";
import {
  postgresBinaries,
  type ServerAccount,
  serverAccount,
} from "@/scripts/database/postgres-binaries";

const run = promisify(execFile);

export type EmbeddedServer = { url: string; stop: () => Promise<void> };

/**
 * Starts (or finds running) the Postgres that comes with the npm packages. pg_ctl puts it into a
 * process group of its own, so that Ctrl-C reaches the application first and the database last.
 * @param dataDir cluster folder, made at the first start and kept between runs
 * @returns the superuser's URL of the database `name`, and a stop that waits until it is down
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  port: number;
  password: string;
  name: string;
  flags?: readonly string[];
}): Promise<EmbeddedServer> {
  const { dataDir, port, password, name, flags = [] } = options;
  const { pgCtl, initdb } = await postgresBinaries();
  const account = await serverAccount();
  if (!existsSync(join(dataDir, "PG_VERSION")))
    await initialise(initdb, dataDir, password, account);

  const settings = ["-h 127.0.0.1", `-p ${port}`, "-k ''", "-c max_connections=120", ...flags];
  if (!(await isRunning(pgCtl, dataDir, account))) {
    const start = [
      "-D",
      dataDir,
      "-l",
      join(dataDir, "server.log"),
      "-w",
      "-o",
      settings.join(" "),
      "start",
    ];
    await run(pgCtl, start, account).catch(async () => {
      throw new Error(`Postgres does not start on port ${port}: ${await lastLogLine(dataDir)}`);
    });
  }
  const server = `postgres://postgres:${password}@127.0.0.1:${await runningPort(dataDir, port)}`;
  await createDatabaseIfMissing(`${server}/postgres`, name);
  return {
    url: `${server}/${name}`,
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
  await mkdir(dataDir, { recursive: true });
  if (account.uid !== undefined) await chown(dataDir, account.uid, account.gid ?? account.uid);
  const options = ["-U", "postgres", "-A", "scram-sha-256", "--encoding=UTF8", "--locale=C"];
  // From a file: an argument would stand in the machine's list of processes.
  const passwordFile = join(dataDir, "../password.txt");
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined) await chown(passwordFile, account.uid, account.gid ?? account.uid);
  try {
    const files = ["-D", dataDir, `--pwfile=${passwordFile}`];
    await run(initdb, [...files, ...options, "--no-sync"], account);
  } finally {
    await rm(passwordFile);
  }
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
