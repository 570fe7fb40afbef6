import { asOwner } from "@/bench/checkout/two-databases";
import { insertRows } from "@/bench/collect/insert-rows";
import { planBatches } from "@/bench/collect/plan-batches";
import { type Sent, sendElsewhere } from "@/bench/collect/send-elsewhere";
import { median } from "@/bench/landing/median";
import type { RunningShop } from "@/bench/landing/start-shop";
import { type Latency, watchLatency } from "@/bench/settle/watch-latency";
import { testMerchants } from "@/e2e/database";

const rounds = 3;
const idleMs = 15_000;
const connections = 64;

type Round = { sent: Sent; perSecond: number; byHandPerSecond: number; meanwhile: Latency };

/** Alternates what is sent and what is written by hand; every round has rows of its own. */
export async function measureCollection(shop: RunningShop, handUrl: string, visits: number) {
  const { a } = await testMerchants();
  const { merchantId, productIds } = a;
  const landing = shop.url(shop.landingPath);
  const send = (seed: string, count: number) =>
    sendElsewhere([shop.url(""), String(count), seed, String(connections), ...productIds]);
  const warmUp = await send("warm-up", Math.ceil(visits / 10));
  await watchLatency(landing, Promise.resolve(), idleMs / 5);
  const idle = await watchLatency(landing, Promise.resolve(), idleMs);
  console.log(`alone: landing p99 ${idle.p99Ms} ms`);
  const done: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const seed = `round ${round}`;
    const now = new Date();
    const batches = planBatches(visits, { seed, now, productIds });
    const byHandPerSecond = await insertRows(handUrl, merchantId, batches, now);
    const sending = send(seed, visits);
    const meanwhile = await watchLatency(landing, sending, 0);
    const sent = await sending;
    const perSecond = Math.round(sent.events / sent.seconds);
    done.push({ sent, perSecond, byHandPerSecond, meanwhile });
    console.log(
      `round ${round + 1}: ${perSecond} events/s in ${Math.round(sent.batches / sent.seconds)} batches/s, by hand ${byHandPerSecond}/s, landing p99 ${meanwhile.p99Ms} ms`,
    );
  }
  const all = [warmUp, ...done.map(({ sent }) => sent)];
  const sum = (pick: (one: Sent) => number) => all.reduce((total, one) => total + pick(one), 0);
  const perSecond = median(done.map((one) => one.perSecond));
  const byHandPerSecond = median(done.map((one) => one.byHandPerSecond));
  const p99Ms = median(done.map(({ meanwhile }) => meanwhile.p99Ms));
  return {
    perSecond,
    byHandPerSecond,
    ratio: Number((perSecond / byHandPerSecond).toPrecision(3)),
    eventsPerBatch: Number((sum((one) => one.events) / sum((one) => one.batches)).toPrecision(3)),
    idle,
    meanwhileP99Ms: p99Ms,
    p99Ratio: Number((p99Ms / idle.p99Ms).toPrecision(3)),
    events: sum((one) => one.events),
    kept: await countEvents(shop.superuserUrl),
    refused: sum((one) => one.refused),
    failedRequests: idle.failed + done.reduce((total, one) => total + one.meanwhile.failed, 0),
    connections,
  };
}

async function countEvents(url: string): Promise<number> {
  const { rows } = await asOwner(url, (client) =>
    client.query<{ count: number }>("select count(*)::int as count from event"),
  );
  return rows[0]?.count ?? 0;
}
