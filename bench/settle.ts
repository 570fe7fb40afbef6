import { join } from "node:path";
import { startShop } from "@/bench/landing/start-shop";

/**
 * `npm run bench -- settle` (`tsx bench/settle.ts [commissions]`): 200,000 commissions, or as many as
 * given, that come due at once, settled as the worker does it, while visitors open a share link of
 * the running shop. On a Postgres of its own that waits for the disk.
 */
const limits = { perSecond: 10_000, batchMs: 1_000, memoryRatio: 1.5, p99Ratio: 2 };
const wanted = Number(process.argv[2] ?? 200_000);

const shop = await startShop(join(import.meta.dirname, ".."));
try {
  // Loaded late: what it imports reads the settings that the shop's start makes.
  const { measureSettlement } = await import("@/bench/settle/measure-settlement");
  const figures = await measureSettlement(shop, wanted);
  const ok =
    figures.settled >= wanted &&
    figures.perSecond >= limits.perSecond &&
    figures.longestBatchMs <= limits.batchMs &&
    figures.memoryRatio <= limits.memoryRatio &&
    figures.p99Ratio <= limits.p99Ratio &&
    figures.failedRequests === 0 &&
    figures.brokenInvariants.length === 0;
  console.log(JSON.stringify({ bench: "settle", ...figures, limits, ok }));
  process.exitCode = ok ? 0 : 1;
} finally {
  await shop.stop();
}
