import { afterAll, beforeAll, expect, test } from "vitest";
import { faultSize } from "@/e2e/faults/fault-size";
import { faultyShop } from "@/e2e/faults/faulty-shop";
import { type SpawnedProcess, spawnWeb } from "@/e2e/faults/spawn-process";
import { type StopPoint, stopAt } from "@/e2e/faults/stop-at";

/** Every table that a payment writes, in its order, and the moment in which it is kept. */
const steps: StopPoint[] = [
  "update orders",
  "update payment",
  "insert inbox_event",
  "insert audit_entry",
  "insert commission",
  "update stock_hold",
  "insert stock_movement",
  "update stock",
  "insert ledger_transfer",
  "commit",
];
const points = faultSize({ small: ["insert ledger_transfer", "commit"] as const, full: steps });
const resumeWithinMs = 120_000;

const { url, settings } = await faultyShop();
const { testMerchants } = await import("@/e2e/database");
const { expectPaidOnce, notify, openShop, placeMany } = await import("@/e2e/faults/paid-shop");
const { a } = await testMerchants();

const running: SpawnedProcess[] = [];
async function start() {
  const web = await spawnWeb(settings);
  running.push(web);
  return web;
}
beforeAll(() => openShop(a, 100));
afterAll(async () => {
  await Promise.all(running.map((web) => web.kill()));
});

test.each(points)(
  "web killed at %s of a payment: the notification comes again and pays once",
  async (point) => {
    const [order] = await placeMany(a, 1);
    if (!order) throw new Error("no order");
    const first = await start();
    const stop = await stopAt(url, point, "orders");
    const answer = notify(first.url, a, order, 60_000);
    await stop.reached();
    await first.kill();
    const killedAt = Date.now();
    await stop.release();
    expect(await answer).toBe("no answer");
    const second = await start();
    while ((await notify(second.url, a, order)) !== 204);
    expect(Date.now() - killedAt).toBeLessThan(resumeWithinMs);
    await expectPaidOnce([order]);
    await second.kill();
  },
);
