import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { writeFixtures } from "@/e2e/database-fixtures";
import { applyMigrations } from "@/scripts/database/apply-migrations";
import { installJobs } from "@/scripts/database/install-jobs";
import { prepareDatabase } from "@/scripts/database/prepare-database";

const root = join(import.meta.dirname, "..");
/** What the template is made of: it is built anew when one of these changes. */
const ingredients = [
  "prisma/schema",
  "prisma/migrations",
  "e2e/database-fixtures.ts",
  "e2e/database-template.ts",
  "lib/secrets/seal.ts",
  "lib/wechat/credentials.ts",
  "wechat-sandbox/create-account.ts",
];

/** The password of renhe_app on servers that hold tests only. */
const applicationPassword = "app";

/**
 * Makes the migrated database with both merchants from which every test file gets a copy, unless
 * a server that is kept between runs has it already.
 * @param serverUrl of a superuser
 * @returns the template's name
 */
export async function buildTemplate(serverUrl: string): Promise<string> {
  const name = `renhe_template_${hashIngredients()}`;
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  try {
    // Two runs that start together build one template.
    await server.query("select pg_advisory_lock(hashtext('renhe:template'))");
    const ready = await server.query(
      "select from pg_database where datname = $1 and datistemplate",
      [name],
    );
    if (ready.rowCount === 1) return name;
    await dropLeftovers(server);
    await server.query(`drop database if exists ${name}`);
    await server.query(`create database ${name}`);
    const templateUrl = withDatabase(serverUrl, name);
    await applyMigrations(templateUrl);
    await prepareDatabase(templateUrl, applicationPassword);
    await installJobs(templateUrl);
    await writeFixtures(templateUrl);
    await server.query(`alter database ${name} is_template true`);
    return name;
  } finally {
    await server.end();
  }
}

/** A fresh copy of the template. @returns the superuser's URL of it */
export async function cloneTemplate(serverUrl: string, template: string): Promise<string> {
  const name = `renhe_test_${Math.floor(Date.now() / 1000)}_${randomBytes(5).toString("hex")}`;
  await onServer(serverUrl, `create database ${name} template ${template} strategy file_copy`);
  return withDatabase(serverUrl, name);
}

export async function dropClone(serverUrl: string, cloneUrl: string): Promise<void> {
  await onServer(serverUrl, `drop database ${new URL(cloneUrl).pathname.slice(1)} with (force)`);
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Templates that an older tree needed and copies that a killed run left; younger ones may be in use. */
async function dropLeftovers(server: pg.Client): Promise<void> {
  const { rows } = await server.query<{ datname: string; datistemplate: boolean }>(
    `select datname, datistemplate from pg_database
     where (datname like 'renhe\\_template\\_%' and (pg_stat_file('base/' || oid || '/PG_VERSION')).modification < now() - interval '1 hour')
        or (datname ~ '^renhe_test_[0-9]+_' and to_timestamp(split_part(datname, '_', 3)::bigint) < now() - interval '1 hour')`,
  );
  for (const { datname, datistemplate } of rows) {
    if (datistemplate) await server.query(`alter database ${datname} is_template false`);
    await server.query(`drop database if exists ${datname} with (force)`);
  }
}

/** @returns the URL with which web and worker would sign in to that database */
export function applicationUrl(superuserUrl: string): string {
  const url = new URL(superuserUrl);
  url.username = "renhe_app";
  url.password = applicationPassword;
  return url.href;
}

function hashIngredients(): string {
  const hash = createHash("sha256");
  for (const path of ingredients.flatMap(filesOf)) hash.update(path).update(readFileSync(path));
  return hash.digest("hex").slice(0, 16);
}

function filesOf(ingredient: string): string[] {
  const path = join(root, ingredient);
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
