import {
  openFilledShop,
  SHOP_SIZES,
  type ShopSize,
  startKeptServer,
} from "@/bench/generator/filled-shop";
import { testSecret } from "@/e2e/database-secret";
import { setSettings } from "@/scripts/database/process-settings";

/**
 * `npm run bench -- rollup [full|tenth] [kept]`: over a generated shop, how long its roll-ups take from
 * nothing, how long its fullest day takes, and how far the figures lag behind while 5,000 events a second
 * come in for a minute through the writer that the web process uses. `kept` leaves out the first, which
 * takes long, where the shop is rolled up already.
 */
const limits = { dayRecomputedSeconds: 10, longestLagSeconds: 60 };
const size: ShopSize = process.argv.includes("tenth") ? "tenth" : "full";
const isKept = process.argv.includes("kept");

const server = await startKeptServer();
try {
  const shop = await openFilledShop(server.url, size, console.log);
  setSettings({ DATABASE_URL: shop.appUrl, RENHE_SECRET: testSecret, LOG_LEVEL: "warn" });
  // Loaded late: what it imports reads the settings above once and for all.
  const { measureDay, measureWhole } = await import("@/bench/rollup/measure-roll-up");
  const { measureLag } = await import("@/bench/rollup/measure-lag");
  const { disconnectDatabase } = await import("@/lib/db/client");
  const whole = isKept ? {} : await measureWhole(shop, console.log);
  const day = await measureDay(shop, console.log);
  const lag = await measureLag(shop, { eventsPerSecond: 5_000, seconds: 60 }, console.log);
  await disconnectDatabase();
  const ok =
    day.fullestDaySeconds < limits.dayRecomputedSeconds &&
    lag.refused === 0 &&
    lag.longestSeconds < limits.longestLagSeconds;
  console.log(
    JSON.stringify({
      bench: "rollup",
      size,
      ...SHOP_SIZES[size],
      ...whole,
      ...day,
      ...lag,
      limits,
      ok,
    }),
  );
  process.exitCode = ok ? 0 : 1;
} finally {
  await server.stop();
}
