import { PgBoss } from "pg-boss";
import { env } from "@/lib/env";
import { log } from "@/lib/log/log";

/** Names of schedules are names of queues. */
export type Schedule = { name: string; cron: string; run: () => Promise<void> };

/** A run that takes longer than this is given up and due again. */
const expireSeconds = 90;

/**
 * pg-boss as leader of the schedules: of all workers one fires each minute's runs, and any one does
 * them. Its tables are made by scripts/database/install-jobs.ts; this role may not.
 * @returns what waits for the runs under way and closes the connections
 */
export async function openJobQueue(schedules: readonly Schedule[]): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    schema: "pgboss",
    migrate: false,
    createSchema: false,
    reindex: false,
    max: 4,
  });
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  boss.on("warning", (warning) => log.warn({ warning }, "job queue"));
  await boss.start();
  for (const { name, cron, run } of schedules) {
    // "short": at most one run waits. A killed worker's run does not keep the next one back.
    await boss.createQueue(name, {
      policy: "short",
      retryLimit: 0,
      expireInSeconds: expireSeconds,
    });
    await boss.schedule(name, cron, {}, { tz: "Asia/Shanghai" });
    await boss.work(name, { pollingIntervalSeconds: 2 }, () => run());
  }
  const names = new Set(schedules.map(({ name }) => name));
  for (const { name } of await boss.getSchedules()) {
    // A version of the past knew it; nobody would do its runs.
    if (!names.has(name)) await boss.unschedule(name);
  }
  return () => boss.stop({ graceful: true, timeout: 10_000 });
}
