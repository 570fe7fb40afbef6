import { expect, test } from "vitest";
import { asSuperuser } from "@/e2e/database";
import { openJobQueue } from "@/lib/jobs/open-job-queue";
import { listSchedules } from "@/worker/schedules";

test("the application's role can open the queue, and every schedule stands in it", async () => {
  const schedules = listSchedules(() => new Date());
  const close = await openJobQueue(schedules);
  const { rows } = await asSuperuser((client) =>
    client.query<{ name: string }>("select name from pgboss.schedule order by name"),
  );
  await close();
  expect(rows.map(({ name }) => name)).toEqual(schedules.map(({ name }) => name).sort());
});

test("every schedule runs on a database with nothing to do", async () => {
  for (const { run } of listSchedules(() => new Date("2026-06-01T00:00:00Z"))) {
    await expect(run()).resolves.toBeUndefined();
  }
});

test("a schedule that a later version no longer has is taken out of the queue", async () => {
  const gone = { name: "gone", cron: "* * * * *", run: () => Promise.resolve() };
  await (await openJobQueue([gone]))();
  await (await openJobQueue([]))();
  const { rowCount } = await asSuperuser((client) =>
    client.query("select from pgboss.schedule where name = 'gone'"),
  );
  expect(rowCount).toBe(0);
});
