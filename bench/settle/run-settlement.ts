import type { SettlementRun } from "@/bench/settle/settle-elsewhere";
import { testMerchants } from "@/e2e/database";
import {
  settleDueCommissions,
  settlementBatch,
} from "@/features/commissions/commands/settle-due-commissions";
import { disconnectDatabase } from "@/lib/db/client";

/** The worker's schedule for one merchant, batch by batch, until one comes back short. */
const { a } = await testMerchants();
const now = new Date();
const batches: { ms: number; memoryMb: number; settled: number }[] = [];
const begin = performance.now();
do {
  const batchBegin = performance.now();
  const { settled } = await settleDueCommissions(a.merchantId, { now, limit: settlementBatch });
  const ms = performance.now() - batchBegin;
  batches.push({ ms, settled, memoryMb: process.memoryUsage().rss / 2 ** 20 });
} while (batches.at(-1)?.settled === settlementBatch);
const seconds = (performance.now() - begin) / 1_000;
await disconnectDatabase();

const settled = batches.reduce((sum, one) => sum + one.settled, 0);
const quarter = Math.max(1, Math.floor(batches.length / 4));
const highest = (some: typeof batches) => Math.round(Math.max(...some.map((one) => one.memoryMb)));
const firstMemoryMb = highest(batches.slice(0, quarter));
const lastMemoryMb = highest(batches.slice(-quarter));
const run: SettlementRun = {
  settled,
  perSecond: Math.round(settled / seconds),
  batches: batches.length,
  longestBatchMs: Math.round(Math.max(...batches.map(({ ms }) => ms))),
  firstMemoryMb,
  lastMemoryMb,
  memoryRatio: Number((lastMemoryMb / firstMemoryMb).toPrecision(3)),
};
console.log(JSON.stringify(run));
