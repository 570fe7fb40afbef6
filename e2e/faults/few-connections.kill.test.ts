import { afterAll, beforeAll, expect, test } from "vitest";
import { faultSize, say } from "@/e2e/faults/fault-size";
import { faultyShop } from "@/e2e/faults/faulty-shop";
import { spawnWeb } from "@/e2e/faults/spawn-process";

const { seconds, clients } = faultSize({
  small: { seconds: 5, clients: 32 },
  full: { seconds: 180, clients: 64 },
});
const connections = 3;
/** Whoever waits for a connection is told within 8 seconds that there is none. */
const answerWithinMs = 15_000;

const { settings } = await faultyShop();
const { testMerchants } = await import("@/e2e/database");
const { expectPaidOnce, notify, openShop, placeMany } = await import("@/e2e/faults/paid-shop");
const { a } = await testMerchants();

let web: Awaited<ReturnType<typeof spawnWeb>>;
beforeAll(async () => {
  await openShop(a, 100);
  web = await spawnWeb({ ...settings, DATABASE_POOL_SIZE: String(connections) });
}, 120_000);
afterAll(() => web?.kill());

test(`${clients} clients on ${connections} database connections for ${seconds} seconds: everybody is answered`, async () => {
  const orders = await placeMany(a, 20);
  const until = Date.now() + seconds * 1_000;
  const answers = new Map<number | string, number>();
  const client = async (own: number) => {
    for (let round = own; Date.now() < until; round += 1) {
      const order = orders[round % orders.length];
      if (!order) throw new Error("no order");
      const answer = await notify(web.url, a, order, answerWithinMs);
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, own) => client(own)));
  say(`answers: ${JSON.stringify(Object.fromEntries(answers))}`);
  expect(answers.get("no answer")).toBeUndefined();
  expect(answers.get(204)).toBeGreaterThan(orders.length);
  for (const order of orders) while ((await notify(web.url, a, order)) !== 204);
  expect(web.isAlive()).toBe(true);
  await expectPaidOnce(orders);
});
