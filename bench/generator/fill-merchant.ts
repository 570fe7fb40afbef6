import { join } from "node:path";
import type pg from "pg";
import { loadInSets } from "@/bench/generator/load-in-sets";

export const fillFolder = join(import.meta.dirname, "fill");

export type FillPlan = {
  merchantId: string;
  orders: number;
  /** 0, or at least ten for each order: four go before it, and others are visits that bought nothing. */
  events: number;
  /** Whether each step of an order stands in the audit trail: analytics asks for none of them. */
  audit: boolean;
  /** The last of the 400 days in Shanghai, YYYY-MM-DD. */
  lastDay: string;
  /** The same seed makes the same shop. */
  seed: number;
};

/**
 * Fills one merchant of a migrated database with 400 days of a shop: in sets, past every trigger, with
 * what the triggers and commands would have left computed beside it. The invariants say whether it is a
 * shop that could have come about.
 * @param client a superuser's: nobody else may switch the triggers off
 */
export async function fillMerchant(
  client: pg.Client,
  plan: FillPlan,
  say: (sentence: string) => void,
): Promise<void> {
  const settings = {
    merchant: plan.merchantId,
    orders: plan.orders,
    events: plan.events,
    last_day: plan.lastDay,
    seed: plan.seed,
    audit: plan.audit,
  };
  for (const [name, value] of Object.entries(settings)) {
    await client.query("select set_config('bench.' || $1, $2, false)", [name, String(value)]);
  }
  await loadInSets(client, { folder: fillFolder, merchantId: plan.merchantId }, say);
}
