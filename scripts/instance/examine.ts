import { statfsSync } from "node:fs";
import pg from "pg";
import { parseEnv } from "@/lib/env";
import { listMigrations } from "@/scripts/database/list-migrations";
import { reasonOf } from "@/scripts/instance/plain-fault";

/** What one look of the doctor found, in a sentence. */
export type Finding = { subject: string; ok: boolean; sentence: string };

const largestClockGapMs = 5_000;

/** The settings with which web and worker would start. */
export function examineSettings(settings: NodeJS.ProcessEnv): Finding {
  const parsed = parseEnv(settings);
  const sentence = parsed.ok ? "Every setting makes sense." : parsed.faults.join("; ");
  return { subject: "settings", ok: parsed.ok, sentence };
}

/** Whether the database answers, has every migration, and keeps the same time as this machine. */
export async function examineDatabase(ownerUrl: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; now: Date }>(
      "select current_setting('server_version') as version, clock_timestamp() as now",
    );
    const { version = "?", now = new Date(0) } = rows[0] ?? {};
    const answers = { subject: "database", ok: true, sentence: `Postgres ${version} answers.` };
    return [answers, await examineMigrations(client), examineClock(now, new Date())];
  } catch (error) {
    return [{ subject: "database", ok: false, sentence: `It does not answer: ${reasonOf(error)}` }];
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function examineMigrations(client: pg.Client): Promise<Finding> {
  const applied = await client
    .query<{ name: string }>(
      "select migration_name as name from _prisma_migrations where finished_at is not null",
    )
    .then(({ rows }) => new Set(rows.map(({ name }) => name)))
    .catch(() => new Set<string>());
  const missing = listMigrations()
    .migrationDirectories.map(({ path }) => path)
    .filter((name) => !applied.has(name));
  const ok = missing.length === 0;
  const sentence = ok
    ? `All ${applied.size} migrations are applied.`
    : `Missing: ${missing.join(", ")}; npm start applies them.`;
  return { subject: "migrations", ok, sentence };
}

/** WeChat refuses signatures that are minutes off; the database's clock is the second opinion. */
export function examineClock(theirs: Date, ours: Date): Finding {
  const gapMs = Math.abs(theirs.getTime() - ours.getTime());
  const ok = gapMs <= largestClockGapMs;
  const sentence = ok
    ? "This machine and the database agree on the time."
    : `This machine and the database are ${Math.round(gapMs / 1000)} s apart.`;
  return { subject: "clock", ok, sentence };
}

/** Room for logs, pictures and the database to grow. */
export function examineDisk(folder: string): Finding {
  const { bavail, blocks, bsize } = statfsSync(folder);
  const freeMegabytes = Math.floor((bavail * bsize) / 1_000_000);
  const ok = freeMegabytes > 1_000 && bavail / blocks > 0.05;
  return { subject: "disk", ok, sentence: `${freeMegabytes} MB are free at ${folder}.` };
}

/** Any HTTP answer counts: what matters is that the way there is open. */
export async function examineReach(subject: string, url: string): Promise<Finding> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: "manual" });
    return { subject, ok: true, sentence: `${url} answers (${answer.status}).` };
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error;
    return { subject, ok: false, sentence: `${url} is out of reach: ${reasonOf(cause)}` };
  }
}
