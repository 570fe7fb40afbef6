import { checkDemo } from "@/prisma/seed/check-demo";
import { playWechat } from "@/prisma/seed/play-wechat";
import { writeSandboxFiles } from "@/prisma/seed/shops/write-sandbox-files";
import { getSetting, setSettings } from "@/scripts/database/process-settings";

export type DemoOptions = {
  /** Is told every few seconds, in a sentence, how far it has come. */
  log: (sentence: string) => void;
  /** Where the sandbox of the installation finds accounts and people. */
  dataDir: string;
  /** Owner of the database: looks at the invariants at the end. */
  ownerUrl: string;
  /** With which the demo's staff sign in. */
  demoPassword: string;
  now: Date;
  /** The length of the history; what happens in it shrinks with it. */
  days?: number;
  seed?: string;
  /** Without pictures it takes half the time, and the shops look bare. */
  pictures?: boolean;
  /** Where WeChat is played while the history is made; 0 takes any port. */
  wechatPort?: number;
};

/**
 * Fills an empty installation with two shops and their history, made by the product's own commands
 * under a clock that walks from the opening to now. The same seed does the same; only ids and
 * secrets differ. Call it in a process that has not read its settings yet.
 * @throws Error in production, when there is a merchant already, and when an invariant does not hold
 */
export async function seedDemo(options: DemoOptions): Promise<void> {
  if (getSetting("RENHE_ENV") === "production") throw new Error("no demo is made in production");
  const { dataDir, ownerUrl, now } = options;
  const { days = 90, seed = "renhe", pictures = true, wechatPort = 0 } = options;
  const publicOrigin = getSetting("PUBLIC_ORIGIN") ?? "http://{host}:3000";
  const wechat = await playWechat(publicOrigin, wechatPort);
  setSettings({ DATABASE_URL: withoutWaiting(getSetting("DATABASE_URL") ?? "") });
  try {
    // Loaded late: commands read the settings, of which WeChat's address is one, when they load.
    const { makeShops } = await import("@/prisma/seed/make-shops");
    await makeShops(wechat, { ...options, publicOrigin, days, seed, pictures });
    await writeSandboxFiles(dataDir, wechat);
    await checkDemo(ownerUrl, now);
  } finally {
    await wechat.close();
  }
}

/** Thousands of commits need not reach the disk one by one: a seed that was cut off begins anew. */
function withoutWaiting(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set("options", "-c synchronous_commit=off");
  return url.href;
}
