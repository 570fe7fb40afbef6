import { v4 } from "uuid";
import type { CustomerScope } from "@/features/customers/schema";
import { secureRandom } from "@/lib/ids/random-code";
import type { PlayedWechat } from "@/prisma/seed/play-wechat";
import type { OpenShop } from "@/prisma/seed/shops/open-shop";

/** A customer who is signed in, with the token of their browser. */
export type SignedIn = { scope: CustomerScope; token: string };
export type PlacedOrder = { orderNo: string; payableFen: bigint; payer: string };
export type AskedPayout = { payoutNo: string; person: string };

/** The shop while its history is made, and what came of the deeds so far, by the plan's own names. */
export type Stage = {
  shop: OpenShop;
  /** Prefix of every seeded source: two stages with the same one do the same. */
  seed: string;
  /** WeChat's side: knows who pays and who is paid, and follows the history's clock. */
  wechat: PlayedWechat;
  /** With which the shop's staff sign in. */
  staffPassword: string;
  customers: Map<string, SignedIn>;
  visitorIds: Map<string, string>;
  addressIds: Map<string, string>;
  linkIds: Map<string, string>;
  orders: Map<string, PlacedOrder>;
  /** Those that were asked for: where there was too little, nobody asked. */
  payouts: Map<string, AskedPayout>;
};

/** A stage on which nothing has happened yet. */
export function newStage(
  shop: OpenShop,
  seed: string,
  outside: { wechat: PlayedWechat; staffPassword: string },
): Stage {
  return {
    shop,
    seed,
    ...outside,
    customers: new Map(),
    visitorIds: new Map(),
    addressIds: new Map(),
    linkIds: new Map(),
    orders: new Map(),
    payouts: new Map(),
  };
}

/** What an earlier deed has left; the plan has put it before this one. */
export function remembered<T>(memory: ReadonlyMap<string, T>, name: string): T {
  const value = memory.get(name);
  if (value === undefined) throw new Error(`the history knows no ${name} yet`);
  return value;
}

/** The cookie of a browser. Truly random: who holds it fills that browser's cart. */
export function visitorIdOf(stage: Stage, browser: string): string {
  const known = stage.visitorIds.get(browser);
  if (known) return known;
  const id = v4({ random: Uint8Array.from(secureRandom(16)) });
  stage.visitorIds.set(browser, id);
  return id;
}
