import type { SeedMerchant } from "@/prisma/seed/catalogue/seed-merchant";

/** A demo shop's settings: what its owner would type into the dashboard in the first hour. */
export type DemoShop = {
  seed: SeedMerchant;
  /** The first is the primary one. */
  hosts: string[];
  /** Hosts that WeChat knows: it takes no IP addresses. */
  wechatHosts: string[];
  emailDomain: string;
  paymentMinutes: number;
  grades: string[];
  rules: DemoRule[];
  /** The same places get these instead from the middle of the history on. */
  laterRules: DemoRule[];
};

/** A commission rule by the names of the catalogue. */
export type DemoRule = {
  place: { scope: "merchant" } | { scope: "category" | "product" | "sku" | "grade"; name: string };
  level: 1 | 2;
  terms: { rateBps: number } | { fixedFenPerUnit: bigint };
};

/** Rules of both levels for one place. */
export function ratesOf(
  place: DemoRule["place"],
  level1Bps: number,
  level2Bps: number,
): [DemoRule, DemoRule] {
  return [
    { place, level: 1, terms: { rateBps: level1Bps } },
    { place, level: 2, terms: { rateBps: level2Bps } },
  ];
}
