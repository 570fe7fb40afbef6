import { asOwner } from "@/bench/checkout/two-databases";
import type { RunningShop } from "@/bench/landing/start-shop";
import { fillDue } from "@/bench/settle/fill-due";
import { type SettlementRun, settleElsewhere } from "@/bench/settle/settle-elsewhere";
import { type Latency, watchLatency } from "@/bench/settle/watch-latency";
import { runInvariants } from "@/scripts/database/run-invariants";

/** Long enough for a hundred answers above the 99th percentile's rank. */
const idleMs = 20_000;

type SettlementFigures = SettlementRun & {
  due: number;
  idle: Latency;
  meanwhile: Latency;
  p99Ratio: number;
  failedRequests: number;
  brokenInvariants: string[];
};

/** Fills the shop, measures its web process alone and while everything due is settled. */
export async function measureSettlement(
  shop: RunningShop,
  wanted: number,
): Promise<SettlementFigures> {
  const due = await fillDue(shop.superuserUrl, wanted);
  console.log(`${due} commissions are due`);
  const url = shop.url(shop.landingPath);
  await watchLatency(url, Promise.resolve(), idleMs / 4);
  const idle = await watchLatency(url, Promise.resolve(), idleMs);
  console.log(`alone: p99 ${idle.p99Ms} ms`);
  const run = settleElsewhere();
  const meanwhile = await watchLatency(url, run, 0);
  const settled = await run;
  console.log(`settled ${settled.perSecond}/s, meanwhile p99 ${meanwhile.p99Ms} ms`);
  const results = await asOwner(shop.superuserUrl, runInvariants);
  return {
    ...settled,
    due,
    idle,
    meanwhile,
    p99Ratio: Number((meanwhile.p99Ms / idle.p99Ms).toPrecision(3)),
    failedRequests: idle.failed + meanwhile.failed,
    brokenInvariants: results.filter(({ rowCount }) => rowCount > 0).map(({ name }) => name),
  };
}
