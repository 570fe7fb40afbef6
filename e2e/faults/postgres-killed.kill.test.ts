import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultSeed, faultSize, say, seededRandom } from "@/e2e/faults/fault-size";
import { faultyShop } from "@/e2e/faults/faulty-shop";
import { spawnWeb } from "@/e2e/faults/spawn-process";

const { orders, repeats, workers, kills } = faultSize({
  small: { orders: 40, repeats: 5, workers: 12, kills: 2 },
  full: { orders: 400, repeats: 20, workers: 60, kills: 5 },
});

const postgres = await faultyShop();
const { testMerchants } = await import("@/e2e/database");
const { expectPaidOnce, notify, openShop, placeMany } = await import("@/e2e/faults/paid-shop");
const { a } = await testMerchants();

let web: Awaited<ReturnType<typeof spawnWeb>>;
beforeAll(async () => {
  await openShop(a, orders);
  web = await spawnWeb(postgres.settings);
}, 120_000);
afterAll(() => web?.kill());

test(`${orders} orders, each told ${repeats} times by ${workers} workers while Postgres is killed ${kills} times: each has one effect, and the web process stays up`, async () => {
  say(`FAULT_SEED=${faultSeed}`);
  const random = seededRandom(faultSeed);
  const placed = await placeMany(a, orders);
  const queue = Array.from({ length: repeats }, () => placed)
    .flat()
    .map((order) => ({ order, place: random() }))
    .sort((one, other) => one.place - other.place);
  const total = queue.length;
  const killAt = Array.from({ length: kills }, () => Math.floor(random() * total * 0.9)).sort(
    (one, other) => one - other,
  );
  let done = 0;
  let broken = 0;
  const worker = async () => {
    for (let job = queue.pop(); job; job = queue.pop()) {
      // As WeChat does: again until it is taken.
      while ((await notify(web.url, a, job.order)) !== 204) {
        broken += 1;
        await pause(50 + random() * 200);
      }
      done += 1;
    }
  };
  const killer = async () => {
    for (const at of killAt) {
      while (done < at) await pause(5);
      await postgres.killAndRestart();
    }
  };
  await Promise.all([killer(), ...Array.from({ length: workers }, worker)]);
  say(`${total} notifications taken, ${broken} to be sent again, kills at ${killAt}`);
  expect(web.isAlive()).toBe(true);
  await expectPaidOnce(placed);
});
