import { testSecret } from "@/e2e/database-secret";
import { applicationUrl } from "@/e2e/database-template";
import { setSettings } from "@/scripts/database/process-settings";
import { startTemporaryPostgres } from "@/scripts/database/temporary-postgres";

/**
 * `npm run bench -- invariants [orders]`: how long the invariants take over 1,000,000 orders (or as
 * many as given): all of them over everything, as `npm run invariants` asks, and the worker's
 * ten-minute run after a busy ten minutes. On a Postgres of its own.
 */
const limits = { wholeSeconds: 60, tenMinuteSeconds: 2 };
const orders = Number(process.argv[2] ?? 1_000_000);

const server = await startTemporaryPostgres();
try {
  const databaseUrl = Object.assign(new URL(server.url), { pathname: "/shop" }).href;
  setSettings({
    DATABASE_URL: applicationUrl(databaseUrl),
    TEST_SUPERUSER_URL: databaseUrl,
    RENHE_SECRET: testSecret,
    LOG_LEVEL: "silent",
  });
  // Loaded late: what it imports reads the settings above once and for all.
  const { measureInvariants } = await import("@/bench/invariants/measure-invariants");
  const figures = await measureInvariants({ serverUrl: server.url, databaseUrl }, orders);
  const ok =
    figures.broken.length === 0 &&
    figures.wholeSeconds < limits.wholeSeconds &&
    figures.tenMinuteSeconds < limits.tenMinuteSeconds;
  console.log(JSON.stringify({ bench: "invariants", ...figures, limits, ok }));
  process.exitCode = ok ? 0 : 1;
} finally {
  await server.stop();
}
