import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { PlainFault, reasonOf } from "@/scripts/instance/plain-fault";
import type { InstanceSettings } from "@/scripts/instance/read-settings";

/** A first start writes about 300 MB (build, database); below this Postgres would fail half-way. */
const neededMegabytes = 500;

/** Makes the data folder. @throws PlainFault when nothing can be written there */
export function openDataFolder(dataDir: string): void {
  const probe = join(dataDir, ".write-test");
  try {
    mkdirSync(join(dataDir, "logs"), { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new PlainFault(`Renhe cannot write to ${dataDir}: ${reasonOf(error)}`);
  }
}

/** @throws PlainFault when the disk of this folder is almost full */
export function checkDisk(folder: string, needed: number = neededMegabytes): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free >= needed) return;
  throw new PlainFault(
    `Too little disk: ${free} MB are free at ${folder}, ${needed} MB are needed.`,
  );
}

/**
 * Everything that would fail after minutes of building can be known before.
 * @throws PlainFault about a port that is taken or a database that does not answer
 */
export async function checkSurroundings(settings: InstanceSettings): Promise<void> {
  const { production, databaseUrl, ports } = settings;
  await checkPort(ports.web, "PORT", "the shop");
  if (!production) await checkPort(ports.sandbox, "SANDBOX_PORT", "the WeChat sandbox");
  if (databaseUrl === null) {
    // A start that was killed left its database running: that one is ours.
    const ours = existsSync(join(settings.dataDir, "postgres/postmaster.pid"));
    if (!ours) await checkPort(ports.postgres, "POSTGRES_PORT", "the database");
  } else {
    await checkDatabase(databaseUrl);
  }
}

async function checkDatabase(databaseUrl: string): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { host, pathname } = new URL(databaseUrl);
    throw new PlainFault(
      `The database of DATABASE_URL (${host}${pathname}) does not answer: ${reasonOf(error)}`,
    );
  }
}

async function checkPort(port: number, setting: string, purpose: string): Promise<void> {
  for (const host of ["127.0.0.1", "0.0.0.0"]) {
    if (await canListen(port, host)) continue;
    throw new PlainFault(
      `Port ${port} is in use, and ${purpose} needs it: stop what listens there, or choose another with ${setting}=…`,
    );
  }
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
