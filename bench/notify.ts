import { testSecret } from "@/e2e/database-secret";
import { applicationUrl } from "@/e2e/database-template";
import { setSettings } from "@/scripts/database/process-settings";
import { startTemporaryPostgres } from "@/scripts/database/temporary-postgres";

/**
 * `npm run bench -- notify`: payment notifications verified (RSA), decrypted (AES-GCM) and
 * applied per second, with two commissions and their reserve, beside a hand-written transaction in
 * plain `pg` that writes the same rows and knows no cryptography, in the same run. The orders were
 * placed beforehand. On a Postgres of its own that waits for the disk.
 */
const limits = { ratio: 0.5 };
/** Placing, which is not measured, may take as many clients as it likes. */
const placingClients = 8;

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
  const { payPlanned, placePlanned } = await import("@/bench/checkout/check-out");
  const { runClients } = await import("@/bench/checkout/run-clients");
  const figures = await compareSides(
    { serverUrl: server.url, oursUrl, theirsUrl },
    {
      before: async ({ shop, rival, orders, now }) => {
        await runClients(placingClients, orders, (order) => placePlanned(shop, order, now));
        await rival.place(placingClients, orders, now);
      },
      ours: payPlanned,
      theirs: ({ rival, clients, orders, now }) => rival.pay(clients, orders, now),
    },
  );
  const ok =
    figures.loads.every(({ ratio }) => ratio >= limits.ratio) &&
    figures.lost + figures.doubled === 0 &&
    figures.sameRows &&
    figures.brokenInvariants.length === 0;
  console.log(JSON.stringify({ bench: "notify", ...figures, limits, ok }));
  process.exitCode = ok ? 0 : 1;
} finally {
  await server.stop();
}
