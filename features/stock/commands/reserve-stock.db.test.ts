import { beforeAll, expect, test } from "vitest";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import { addAddress } from "@/e2e/order-fixtures";
import { addCustomer } from "@/e2e/share-fixtures";
import { closeExpiredOrders } from "@/features/orders/commands/close-expired-orders";
import { placeOrder } from "@/features/orders/commands/place-order";
import { adjustStock } from "@/features/stock/commands/adjust-stock";
import { releaseStock } from "@/features/stock/commands/release-stock";
import { takeStock } from "@/features/stock/commands/take-stock";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { secureRandom } from "@/lib/ids/random-code";

const now = new Date();
const dueAfter = new Date(now.getTime() + 31 * 60_000);
const prices = [9_900n, 12_800n, 19_900n] as const;

let a: TestMerchant;
beforeAll(async () => {
  ({ a } = await testMerchants());
});

type Buyer = { customerId: string; addressId: string };

async function buyers(count: number): Promise<Buyer[]> {
  const made: Buyer[] = [];
  for (let index = 0; index < count; index += 1) {
    made.push(await addAddress(a, (await addCustomer(a)).customerId));
  }
  return made;
}

function buy(buyer: Buyer, skus: readonly (0 | 1 | 2)[]) {
  const lines = skus.map((index) => ({
    skuId: a.skuIds[index],
    quantity: 1,
    seenUnitPriceFen: prices[index],
  }));
  const seenPayableFen = skus.reduce((sum, index) => sum + prices[index], 0n);
  const input = { lines, addressId: buyer.addressId, note: "", fromCart: false, seenPayableFen };
  return placeOrder(
    { merchantId: a.merchantId, customerId: buyer.customerId },
    { ...input, idempotencyKey: newId() },
    { now, random: secureRandom },
  );
}

function tally(results: readonly Awaited<ReturnType<typeof buy>>[]) {
  const counts: Record<string, number> = {};
  for (const result of results) {
    const outcome = result.ok ? "placed" : result.reason;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

async function stocks() {
  const sql = "select on_hand, reserved from stock where merchant_id = $1 order by sku_id";
  return asSuperuser(async (db) => (await db.query(sql, [a.merchantId])).rows);
}

/** Gives everything back, for the next test. */
async function closeAll() {
  const { merchantId } = a;
  while ((await closeExpiredOrders(merchantId, { now: dueAfter, limit: 50 })).closed > 0);
}

test("500 buyers of 100 units, all at once: exactly 100 orders, 400 clear answers, nobody waits for ever", async () => {
  const crowd = await buyers(500);
  const results = await Promise.all(crowd.map((buyer) => buy(buyer, [0])));
  expect(tally(results)).toEqual({ placed: 100, sold_out: 400 });
  for (const result of results) {
    if (!result.ok) expect(result).toMatchObject({ lines: [{ skuId: a.skuIds[0] }] });
  }
  expect((await stocks())[0]).toEqual({ on_hand: 100, reserved: 100 });
  await closeAll();
  expect((await stocks())[0]).toEqual({ on_hand: 100, reserved: 0 });
}, 120_000);

test("500 buyers, 32 of them at a time: the same", async () => {
  const crowd = await buyers(500);
  const results: Awaited<ReturnType<typeof buy>>[] = [];
  const one = async () => {
    for (let buyer = crowd.pop(); buyer; buyer = crowd.pop()) results.push(await buy(buyer, [0]));
  };
  await Promise.all(Array.from({ length: 32 }, one));
  expect(tally(results)).toEqual({ placed: 100, sold_out: 400 });
  await closeAll();
}, 120_000);

test("carts that hold the same goods in any order never lock each other out", async () => {
  const crowd = await buyers(8);
  const carts: (0 | 1 | 2)[][] = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
    [2, 0, 1],
  ];
  const results = await asSuperuser(async (db) => {
    // The middle row is held until all eight wait: those who went about it in an order of their own
    // would hold an outer row by then, and want the other one.
    await db.query("begin");
    await db.query("select from stock where sku_id = $1 for update", [a.skuIds[1]]);
    const running = crowd.map((buyer, index) => buy(buyer, carts[index % 4] ?? []));
    await expect.poll(countWaiting, { timeout: 12_000 }).toBe(crowd.length);
    await db.query("commit");
    return Promise.all(running);
  });
  expect(tally(results)).toEqual({ placed: 8 });
  await closeAll();
}, 60_000);

/** How many transactions of this database wait for a lock. */
async function countWaiting(): Promise<number> {
  const sql = `select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return asSuperuser(async (db) => (await db.query(sql)).rows[0].count);
}

test("an order that nobody pays is closed when it is due, not before, and once", async () => {
  const [buyer] = await buyers(1);
  if (!buyer) throw new Error("no buyer");
  await buy(buyer, [0, 1]);
  const { merchantId } = a;
  const early = new Date(now.getTime() + 29 * 60_000);
  expect(await closeExpiredOrders(merchantId, { now: early, limit: 50 })).toEqual({ closed: 0 });
  const runs = await Promise.all(
    [1, 2, 3].map(() => closeExpiredOrders(merchantId, { now: dueAfter, limit: 50 })),
  );
  expect(runs.reduce((sum, { closed }) => sum + closed, 0)).toBe(1);
});

test("taking and releasing twice is taking and releasing once", async () => {
  const [buyer] = await buyers(1);
  const placed = buyer && (await buy(buyer, [0, 1]));
  if (!placed?.ok) throw new Error("not placed");
  const { merchantId } = a;
  const { id: orderId } = await inMerchant(merchantId, (tx) =>
    tx.order.findFirstOrThrow({ where: { orderNo: placed.orderNo } }),
  );
  const release = () => inMerchant(merchantId, (tx) => releaseStock(tx, { merchantId, orderId }));
  const take = () => inMerchant(merchantId, (tx) => takeStock(tx, { merchantId, orderId, now }));
  const undone = new Error("looked, not done");
  await expect(
    inMerchant(merchantId, async (tx) => {
      const counts = [
        await takeStock(tx, { merchantId, orderId, now }),
        await takeStock(tx, { merchantId, orderId, now }),
        await releaseStock(tx, { merchantId, orderId }),
      ];
      expect(counts).toEqual([2, 0, 0]);
      throw undone;
    }),
  ).rejects.toBe(undone);
  await closeAll();
  expect([await release(), await take()]).toEqual([0, 0]);
});

test("what is promised cannot be counted away, and every correction leaves its movement", async () => {
  const [buyer] = await buyers(1);
  if (!buyer) throw new Error("no buyer");
  await buy(buyer, [2]);
  const adjust = (delta: number) =>
    inMerchant(a.merchantId, (tx) =>
      adjustStock(tx, {
        merchantId: a.merchantId,
        skuId: a.skuIds[2],
        delta,
        reason: "adjusted",
        actor: { kind: "staff", id: a.ownerId },
        now,
      }),
    );
  expect(await adjust(-100)).toEqual({ ok: false, reason: "below_reserved" });
  expect(await adjust(-99)).toEqual({ ok: true, onHand: 1 });
  expect(await adjust(0)).toEqual({ ok: false, reason: "nothing_to_do" });
  expect(await adjust(99)).toEqual({ ok: true, onHand: 100 });
  await closeAll();
});
