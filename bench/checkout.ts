import { countStatements } from "@/bench/checkout/count-statements";
import { testSecret } from "@/e2e/database-secret";
import { applicationUrl } from "@/e2e/database-template";
import { setSettings } from "@/scripts/database/process-settings";
import { startTemporaryPostgres } from "@/scripts/database/temporary-postgres";

/**
 * `npm run bench -- checkout`: orders placed by the command, paid through verified notifications and
 * booked with two commissions, per second, beside a hand-written transaction in plain `pg` that
 * writes the same rows, in the same run. On a Postgres of its own that waits for the disk.
 */
const limits = { ratio: 0.4, statementsPerOrder: 20 };

const statements = countStatements();
const server = await startTemporaryPostgres({ durable: true });
try {
  const databaseUrl = (name: string) => Object.assign(new URL(server.url), { pathname: name }).href;
  const [oursUrl, theirsUrl] = [databaseUrl("/ours"), databaseUrl("/theirs")];
  setSettings({
    DATABASE_URL: applicationUrl(oursUrl),
    DATABASE_POOL_SIZE: "32",
    TEST_SUPERUSER_URL: oursUrl,
    RENHE_SECRET: testSecret,
    LOG_LEVEL: "silent",
  });
  // Loaded late: what it imports reads the settings above once and for all.
  const { compareSides } = await import("@/bench/checkout/compare-sides");
  const { checkOut } = await import("@/bench/checkout/check-out");
  const figures = await compareSides(
    { serverUrl: server.url, oursUrl, theirsUrl },
    {
      before: () => Promise.resolve(),
      ours: checkOut,
      theirs: ({ rival, clients, orders, now }) => rival.checkOut(clients, orders, now),
    },
    statements,
  );
  const { statementsPerOrder } = figures;
  const ok =
    figures.loads.every(({ ratio }) => ratio >= limits.ratio) &&
    statementsPerOrder !== null &&
    statementsPerOrder > 0 &&
    statementsPerOrder <= limits.statementsPerOrder &&
    figures.lost + figures.doubled === 0 &&
    figures.sameRows &&
    figures.brokenInvariants.length === 0;
  console.log(JSON.stringify({ bench: "checkout", ...figures, limits, ok }));
  process.exitCode = ok ? 0 : 1;
} finally {
  await server.stop();
}
