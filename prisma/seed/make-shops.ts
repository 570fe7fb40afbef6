import { disconnectDatabase } from "@/lib/db/client";
import { onPlatform } from "@/lib/db/on-platform";
import { env } from "@/lib/env";
import { type Casting, DUMPLING_CASTING, TEA_CASTING } from "@/prisma/seed/history/casting";
import { makeHistory } from "@/prisma/seed/history/make-history";
import type { Scale } from "@/prisma/seed/history/outline";
import type { PlayedWechat } from "@/prisma/seed/play-wechat";
import type { DemoShop } from "@/prisma/seed/shops/demo-shop";
import { DUMPLING_DEMO, TEA_DEMO } from "@/prisma/seed/shops/demo-shops";

export type HistoryOptions = {
  log: (sentence: string) => void;
  publicOrigin: string;
  demoPassword: string;
  now: Date;
  days: number;
  seed: string;
  pictures: boolean;
};

/** The history to which the scales belong. */
const wholeDays = 90;

type Part = { demo: DemoShop; casting: Casting; scale: Omit<Scale, "days"> };
const parts: readonly Part[] = [
  {
    demo: DUMPLING_DEMO,
    casting: DUMPLING_CASTING,
    scale: { orders: 900, clicks: 3_900, heads: 8, tails: 17, refused: 4, waiting: 3 },
  },
  {
    demo: TEA_DEMO,
    casting: TEA_CASTING,
    scale: { orders: 80, clicks: 420, heads: 2, tails: 3, refused: 0, waiting: 1 },
  },
];

/**
 * The shops of the demo with their histories, one after the other: WeChat's side has one clock. Lets
 * go of the database at the end.
 */
export async function makeShops(wechat: PlayedWechat, options: HistoryOptions): Promise<void> {
  if (env().WECHAT_PAY_URL !== wechat.url) {
    throw new Error("settings were read too early: this process would call WeChat itself");
  }
  try {
    if ((await onPlatform().merchant.count()) > 0) throw new Error("there is a merchant already");
    for (const { demo, casting, scale } of parts) {
      const account = wechat.openAccounts(demo);
      const shop = { demo, casting, scale: shrink(scale, options.days), account };
      await makeHistory(shop, { ...options, wechat });
    }
  } finally {
    await disconnectDatabase();
  }
}

/** In a shorter history less happens; the people are the same. */
function shrink(scale: Omit<Scale, "days">, days: number): Scale {
  const part = (whole: number) => Math.ceil((whole * days) / wholeDays);
  return { ...scale, days, orders: part(scale.orders), clicks: part(scale.clicks) };
}
