import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type pg from "pg";
import { asOwner, copyDatabase } from "@/bench/checkout/two-databases";
import { fillFolder, fillMerchant } from "@/bench/generator/fill-merchant";
import { applicationUrl, buildTemplate } from "@/e2e/database-template";
import { applyMigrations } from "@/scripts/database/apply-migrations";
import { startEmbeddedPostgres } from "@/scripts/database/embedded-postgres";
import { freePort } from "@/scripts/database/free-port";
import { migrationsFolder } from "@/scripts/database/list-migrations";
import { prepareDatabase } from "@/scripts/database/prepare-database";
import { getSetting } from "@/scripts/database/process-settings";

/** What the boards are measured over: customers and distributors follow from the orders. */
export const SHOP_SIZES = {
  full: { orders: 1_000_000, events: 10_000_000 },
  tenth: { orders: 100_000, events: 1_000_000 },
} as const;
export type ShopSize = keyof typeof SHOP_SIZES;

/** The day on which the generated shop's history ends, in Shanghai. */
export const lastDay = "2026-11-20";
const seed = 20261120;

export type FilledShop = {
  merchantId: string;
  /** The superuser's, and the application's. */
  ownerUrl: string;
  appUrl: string;
  seconds: number;
};

/**
 * The server that keeps generated shops between measurements, in .data/bench (RENHE_BENCH_DIR puts it
 * elsewhere). What is in it can be made again: the disk is not waited for.
 */
export async function startKeptServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = resolve(getSetting("RENHE_BENCH_DIR") ?? ".data/bench");
  mkdirSync(folder, { recursive: true });
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 8);
  return startEmbeddedPostgres({
    dataDir: join(folder, "postgres"),
    fallbackName: `renhe-bench-${name}`,
    port: await freePort(),
    password: "bench",
    name: "postgres",
    flags: [
      ...["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"],
      ...["-c max_wal_size=8GB", "-c checkpoint_timeout=1h"],
    ],
  });
}

/**
 * The shop of that size on the kept server: generated when it is not there or was made by another
 * generator or schema, and brought up to later migrations otherwise.
 */
export async function openFilledShop(
  serverUrl: string,
  size: ShopSize,
  say: (sentence: string) => void,
): Promise<FilledShop> {
  const ownerUrl = Object.assign(new URL(serverUrl), { pathname: `/shop_${size}` }).href;
  const begin = performance.now();
  if (await fits(serverUrl, size, ownerUrl)) {
    await applyMigrations(ownerUrl);
    await prepareDatabase(ownerUrl, new URL(applicationUrl(ownerUrl)).password);
  } else {
    await generate(serverUrl, size, ownerUrl, say);
  }
  const seconds = Math.round((performance.now() - begin) / 1000);
  const merchantId = await asOwner(ownerUrl, merchantOf);
  return { merchantId, ownerUrl, appUrl: applicationUrl(ownerUrl), seconds };
}

async function generate(
  serverUrl: string,
  size: ShopSize,
  ownerUrl: string,
  say: (sentence: string) => void,
): Promise<void> {
  const template = await buildTemplate(serverUrl);
  await asOwner(serverUrl, (client) =>
    client.query(`drop database if exists shop_${size} with (force)`),
  );
  await copyDatabase(serverUrl, template, `shop_${size}`);
  await asOwner(ownerUrl, async (client) => {
    const merchantId = await merchantOf(client);
    const plan = { merchantId, ...SHOP_SIZES[size], audit: false, lastDay, seed };
    await fillMerchant(client, plan, say);
    await client.query(`comment on database shop_${size} is '${stamp(size)}'`);
  });
}

/** Whether that database was made by this generator, and only migrations have come since. */
async function fits(serverUrl: string, size: ShopSize, ownerUrl: string): Promise<boolean> {
  const { rows } = await asOwner(serverUrl, (client) =>
    client.query<{ stamp: string | null }>(
      "select shobj_description(oid, 'pg_database') as stamp from pg_database where datname = $1",
      [`shop_${size}`],
    ),
  );
  if (rows[0]?.stamp !== stamp(size)) return false;
  const applied = await asOwner(ownerUrl, (client) =>
    client.query<{ name: string; checksum: string }>(
      "select migration_name as name, checksum from _prisma_migrations",
    ),
  );
  return applied.rows.every(({ name, checksum }) => checksum === migrationHash(name));
}

function migrationHash(name: string): string | null {
  try {
    const script = readFileSync(join(migrationsFolder, name, "migration.sql"));
    return createHash("sha256").update(script).digest("hex");
  } catch {
    return null;
  }
}

async function merchantOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    "select merchants -> 'a' ->> 'merchantId' as id from testing.fixture",
  );
  const [row] = rows;
  if (!row) throw new Error("the template has no merchant");
  return row.id;
}

function stamp(size: ShopSize): string {
  const hash = createHash("sha256").update(JSON.stringify([SHOP_SIZES[size], lastDay, seed]));
  for (const file of readdirSync(fillFolder).sort()) {
    hash.update(readFileSync(join(fillFolder, file)));
  }
  return hash.digest("hex");
}
