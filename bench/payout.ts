import { copyDatabase } from "@/bench/checkout/two-databases";
import { testSecret } from "@/e2e/database-secret";
import { applicationUrl, buildTemplate } from "@/e2e/database-template";
import { freePort } from "@/scripts/database/free-port";
import { setSettings } from "@/scripts/database/process-settings";
import { startTemporaryPostgres } from "@/scripts/database/temporary-postgres";

/**
 * `npm run bench -- payout [withdrawals]`: 10,000 withdrawals, or as many as given, of as many people,
 * sent, confirmed and paid through the sandbox, which loses 5 % of its answers and notifications in
 * every way it knows. All must end as paid, and none twice by WeChat's own books. On a Postgres of its own
 * that waits for the disk.
 */
const limits = { open: 0, paidTwice: 0 };
const wanted = Number(process.argv[2] ?? 10_000);

const server = await startTemporaryPostgres({ durable: true });
try {
  const databaseUrl = Object.assign(new URL(server.url), { pathname: "/payouts" }).href;
  const port = await freePort();
  const sandboxPort = await freePort();
  const settings = {
    DATABASE_URL: applicationUrl(databaseUrl),
    DATABASE_POOL_SIZE: "24",
    TEST_SUPERUSER_URL: databaseUrl,
    RENHE_SECRET: testSecret,
    PUBLIC_ORIGIN: `http://{host}:${port}`,
    WECHAT_PAY_URL: `http://localhost:${sandboxPort}`,
    LOG_LEVEL: "silent",
  };
  setSettings(settings);
  // Loaded here: it reads the settings once, and making the template sets others for a while.
  const { measurePayouts } = await import("@/bench/payout/measure-payouts");
  await copyDatabase(server.url, await buildTemplate(server.url), "payouts");
  setSettings(settings);
  const figures = await measurePayouts({ databaseUrl, port, sandboxPort, wanted });
  const ok =
    figures.paid === wanted &&
    figures.open === limits.open &&
    figures.paidTwice === limits.paidTwice &&
    figures.sameSum &&
    figures.answersLost > 0 &&
    figures.brokenInvariants.length === 0;
  console.log(JSON.stringify({ bench: "payout", ...figures, limits, ok }));
  process.exitCode = ok ? 0 : 1;
} finally {
  await server.stop();
}
