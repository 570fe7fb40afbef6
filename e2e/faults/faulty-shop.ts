import { afterAll } from "vitest";
import { testSecret } from "@/e2e/database-secret";
import { applicationUrl } from "@/e2e/database-template";
import { type KillablePostgres, startKillablePostgres } from "@/e2e/faults/killable-postgres";
import { freePort } from "@/scripts/database/free-port";
import { setSettings } from "@/scripts/database/process-settings";

export type FaultyShop = KillablePostgres & {
  /** Where WeChat is to be, if it is needed. */
  wechatPort: number;
  /** For the processes that are started. */
  settings: Record<string, string>;
};

/**
 * A server and a shop that one file of kills has for itself. Load what reads settings after this, with
 * `await import`; the processes that the file starts get the same settings.
 */
export async function faultyShop(): Promise<FaultyShop> {
  // Known before WeChat is there: what reads it may be loaded before.
  const wechatPort = await freePort();
  const settingsOf = (url: string) => ({
    DATABASE_URL: applicationUrl(url),
    TEST_SUPERUSER_URL: url,
    RENHE_SECRET: testSecret,
    PUBLIC_ORIGIN: "http://{host}",
    WECHAT_PAY_URL: `http://127.0.0.1:${wechatPort}`,
    LOG_LEVEL: "silent",
  });
  const use = (url: string) => setSettings(settingsOf(url));
  const postgres = await startKillablePostgres(async (url) => {
    use(url);
    // Read once and for all, before the template is made with others.
    const { env } = await import("@/lib/env");
    env();
  });
  use(postgres.url);
  afterAll(async () => {
    const { disconnectDatabase } = await import("@/lib/db/client");
    await disconnectDatabase();
    await postgres.stop();
  }, 60_000);
  return { ...postgres, wechatPort, settings: settingsOf(postgres.url) };
}
