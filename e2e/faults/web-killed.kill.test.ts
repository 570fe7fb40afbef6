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
type Step = { work: keyof typeof webWorks; point: StopPoint; when?: string };
const ofRefund = "new.state = 'success'";
const ofTransfer = "new.state = 'paid'";
/** The same for what else web does with money. */
const elsewhere: Step[] = [
  { work: "refund notification", point: "update refund", when: ofRefund },
  { work: "refund notification", point: "update orders" },
  { work: "refund notification", point: "update commission" },
  { work: "refund notification", point: "insert ledger_transfer" },
  { work: "refund notification", point: "insert inbox_event" },
  { work: "refund notification", point: "commit", when: ofRefund },
  { work: "transfer notification", point: "update payout", when: ofTransfer },
  { work: "transfer notification", point: "insert ledger_transfer" },
  { work: "transfer notification", point: "insert inbox_event" },
  { work: "transfer notification", point: "commit", when: ofTransfer },
  { work: "checkout", point: "insert orders" },
  { work: "checkout", point: "insert order_line" },
  { work: "checkout", point: "insert stock_hold" },
  { work: "checkout", point: "commit" },
  { work: "withdrawal request", point: "insert payout" },
  {
    work: "withdrawal request",
    point: "insert audit_entry",
    when: "new.action = 'payout.request'",
  },
  { work: "withdrawal request", point: "insert ledger_transfer" },
  { work: "withdrawal request", point: "commit" },
];
const commitTables = {
  "refund notification": "refund",
  "transfer notification": "payout",
  checkout: "orders",
  "withdrawal request": "payout",
};
const elsewhereSteps = faultSize({ small: [], full: elsewhere });
const resumeWithinMs = 120_000;

const { url, settings } = await faultyShop();
const { testMerchants } = await import("@/e2e/database");
const { expectPaidOnce, expectSound, notify, openShop, placeMany } = await import(
  "@/e2e/faults/paid-shop"
);
const { isDone, webWorks } = await import("@/e2e/faults/web-works");
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

test.each(elsewhereSteps)(
  "web killed in a $work at $point: asked again, it is done once",
  async ({ work: name, point, when }) => {
    const first = await start();
    const work = await webWorks[name](a, first);
    const stop = await stopAt(url, point, commitTables[name], when);
    const answer = work.send(first);
    await stop.reached();
    await first.kill();
    const killedAt = Date.now();
    await stop.release();
    expect(await answer).toBe("no answer");
    const second = await start();
    let again = await work.send(second);
    while (again === "no answer" || !work.answers.includes(again)) {
      expect([again, Date.now() - killedAt < resumeWithinMs]).toEqual([again, true]);
      again = await work.send(second);
    }
    expect(await isDone(work)).toBe(true);
    // And once more, for whoever repeats what was done.
    expect(work.answers).toContain(await work.send(second));
    expect(await isDone(work)).toBe(true);
    expect(Date.now() - killedAt).toBeLessThan(resumeWithinMs);
    await expectSound();
    await second.kill();
  },
);
