import { join } from "node:path";
import { countClicks } from "@/bench/landing/count-clicks";
import { connections, fireRequests } from "@/bench/landing/fire-requests";
import { median } from "@/bench/landing/median";
import { startShop } from "@/bench/landing/start-shop";

const root = join(import.meta.dirname, "..");
const limits = { ratio: 0.6 };
const rounds = 5;
const perRound = 6_000;

/**
 * Share landings a second on a product against the bare prerendered page of the same build, served by
 * the same process: alternating runs, medians. Every landing comes without a cookie, as a scan does,
 * so each writes a visitor and a click.
 */
const shop = await startShop(root);
try {
  const landing: Awaited<ReturnType<typeof fireRequests>>[] = [];
  const bare: typeof landing = [];
  const warmUp = 2_000;
  await fireRequests(shop.url("/bare"), warmUp);
  await fireRequests(shop.url(shop.landingPath), warmUp);
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await fireRequests(shop.url("/bare"), perRound));
    landing.push(await fireRequests(shop.url(shop.landingPath), perRound));
    console.log(
      `round ${round + 1}: bare ${bare.at(-1)?.perSecond}/s, landing ${landing.at(-1)?.perSecond}/s`,
    );
  }
  const requests = warmUp + rounds * perRound;
  const clicks = await countClicks(shop.superuserUrl, requests);
  const landingPerSecond = median(landing.map(({ perSecond }) => perSecond));
  const barePerSecond = median(bare.map(({ perSecond }) => perSecond));
  const ratio = Number((landingPerSecond / barePerSecond).toPrecision(3));
  const failed = [...landing, ...bare].reduce((sum, run) => sum + run.failed, 0);
  const result = {
    name: "landing",
    ok: ratio >= limits.ratio && clicks === requests && failed === 0,
    limits,
    ratio,
    landingPerSecond,
    barePerSecond,
    landingP99Ms: median(landing.map(({ p99Ms }) => p99Ms)),
    bareP99Ms: median(bare.map(({ p99Ms }) => p99Ms)),
    connections,
    requests,
    clicks,
    failed,
  };
  console.log(JSON.stringify(result));
} finally {
  await shop.stop();
}
