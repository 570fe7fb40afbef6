import pg from "pg";
import { afterAll, afterEach, inject } from "vitest";
import { testSecret } from "@/e2e/database-secret";
import { applicationUrl, cloneTemplate, dropClone } from "@/e2e/database-template";
import { getSetting, setSettings } from "@/scripts/database/process-settings";
import { runInvariants } from "@/scripts/database/run-invariants";

/**
 * Runs before each database test file is loaded: gives it a copy of the template, signs the
 * application in as its own role, and looks at every invariant after every test.
 */
const serverUrl = inject("postgresUrl");
const cloneUrl = await cloneTemplate(serverUrl, inject("template"));

const superuser = new pg.Client({ connectionString: cloneUrl });
superuser.on("error", () => {});
await superuser.connect();
// Tests have clocks of their own: what is overdue by the wall clock (an open hold, an unsealed audit
// entry) is none here. Invariants with a time limit have tests that set this themselves.
await superuser.query("select set_config('app.invariants_at', '2000-01-01', false)");

setSettings({
  DATABASE_URL: applicationUrl(cloneUrl),
  TEST_SUPERUSER_URL: cloneUrl,
  RENHE_SECRET: testSecret,
  PUBLIC_ORIGIN: "http://{host}",
  LOG_LEVEL: getSetting("LOG_LEVEL") ?? "silent",
});

afterEach(async () => {
  const broken = (await runInvariants(superuser)).filter(({ rowCount }) => rowCount > 0);
  if (broken.length === 0) return;
  const list = broken.map(({ name, rows }) => `${name}: ${JSON.stringify(rows)}`);
  throw new Error(`Invariants broken:\n${list.join("\n")}`);
});

afterAll(async () => {
  // Loaded late: the client reads its settings from what was set above.
  const { disconnectDatabase } = await import("@/lib/db/client");
  await disconnectDatabase();
  await superuser.end();
  await dropClone(serverUrl, cloneUrl);
});
