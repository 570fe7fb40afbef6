import { beforeAll, expect, test } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import {
  addAddress,
  addFreeFreight,
  addRule,
  deliverTestOrder,
  payTestOrder,
  placeTestOrder,
  type TestOrder,
} from "@/e2e/order-fixtures";
import { addClick, addCustomer, addLink } from "@/e2e/share-fixtures";
import { holdCommission } from "@/features/commissions/commands/hold-commission";
import { releaseCommission } from "@/features/commissions/commands/release-commission";
import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { getDistributorBalances } from "@/features/ledger/queries/get-distributor-balances";
import { listAccountTransfers } from "@/features/ledger/queries/list-account-transfers";
import { inMerchant } from "@/lib/db/in-merchant";

const start = new Date("2026-03-01T00:00:00.000Z");
const day = (days: number, ms = 0) => new Date(start.getTime() + days * 86_400_000 + ms);

let shop: TestMerchant;
let other: TestMerchant;
beforeAll(async () => {
  ({ a: shop, b: other } = await testMerchants());
  await addFreeFreight(shop);
  await addRule(shop, { level: 1, rateBps: 1_000 }, day(-10));
  await addRule(shop, { level: 2, rateBps: 300 }, day(-10));
});

async function deliveredOrder(receivedAt: Date): Promise<TestOrder> {
  const { customerId, visitorId } = await addCustomer(shop);
  const linkId = await addLink(shop, shop.level1.customerId);
  await addClick(shop, { linkId, visitorId, clickedAt: day(-1) });
  const buyer = await addAddress(shop, customerId);
  const order = await placeTestOrder(shop, buyer, [{ skuId: shop.skuIds[0], quantity: 1 }], day(0));
  await payTestOrder(shop, order, day(0, 1));
  await deliverTestOrder(shop, order, receivedAt);
  return order;
}

function balances() {
  const { merchantId } = shop;
  const { distributorId } = shop.level1;
  return inMerchant(merchantId, (tx) => getDistributorBalances(tx, { merchantId, distributorId }));
}

function settle(now: Date, limit = 1_000) {
  return settleDueCommissions(shop.merchantId, { now, limit });
}

function commissionsOf(order: TestOrder) {
  return inMerchant(shop.merchantId, (tx) =>
    tx.commission.findMany({ where: { orderId: order.orderId }, orderBy: { level: "asc" } }),
  );
}

test("a commission settles in the millisecond in which its hold period ends, not before, and once", async () => {
  await deliveredOrder(day(3, 500));
  const before = await balances();
  expect(await settle(day(10, 499))).toEqual({ settled: 0 });
  expect(await settle(day(10, 500))).toEqual({ settled: 2 });
  expect(await settle(day(10, 500))).toEqual({ settled: 0 });
  expect(await balances()).toEqual({
    ...before,
    pendingFen: before.pendingFen - 990n,
    availableFen: before.availableFen + 990n,
  });
  const { merchantId } = shop;
  const [newest] = await inMerchant(merchantId, (tx) =>
    listAccountTransfers(tx, {
      merchantId,
      distributorId: shop.level1.distributorId,
      kind: "commission_available",
      limit: 1,
    }),
  );
  expect(newest).toMatchObject({ code: "commission_settled", amountFen: 990n });
});

test("the hold period runs from receipt: what was paid long ago and never received never settles", async () => {
  const { customerId, visitorId } = await addCustomer(shop);
  const linkId = await addLink(shop, shop.level1.customerId);
  await addClick(shop, { linkId, visitorId, clickedAt: day(-1) });
  const buyer = await addAddress(shop, customerId);
  const order = await placeTestOrder(shop, buyer, [{ skuId: shop.skuIds[0], quantity: 1 }], day(0));
  await payTestOrder(shop, order, day(0, 1));
  expect(await settle(day(1_000))).toEqual({ settled: 0 });
  await deliverTestOrder(shop, order, day(1_000));
  expect(await settle(day(1_006))).toEqual({ settled: 0 });
  expect(await settle(day(1_007))).toEqual({ settled: 2 });
});

test("a run that dies midway settles nothing, and the next one settles all", async () => {
  const order = await deliveredOrder(day(3));
  const { merchantId } = shop;
  // The run's own transaction, killed after its writes and before its commit.
  const killed = inMerchant(merchantId, async (tx) => {
    await tx.commission.updateMany({
      where: { orderId: order.orderId },
      data: { state: "settled", settledAt: day(10) },
    });
    throw new Error("killed");
  });
  await expect(killed).rejects.toThrow("killed");
  const states = (await commissionsOf(order)).map(({ state }) => state);
  expect(states).toEqual(["pending", "pending"]);
  expect(await settle(day(10))).toEqual({ settled: 2 });
});

test("eight runs at once over small batches settle everything exactly once", async () => {
  const orders: TestOrder[] = [];
  for (let index = 0; index < 12; index += 1) orders.push(await deliveredOrder(day(3)));
  const before = await balances();
  const counts = await Promise.all(
    Array.from({ length: 8 }, async () => {
      let total = 0;
      for (
        let batch = await settle(day(10), 3);
        batch.settled > 0;
        batch = await settle(day(10), 3)
      ) {
        total += batch.settled;
      }
      return total;
    }),
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(24);
  expect((await balances()).availableFen - before.availableFen).toBe(12n * 990n);
});

test("a batch that does not reach everybody settles one distributor whole before the next", async () => {
  const orders = [await deliveredOrder(day(3)), await deliveredOrder(day(2))];
  expect(await settle(day(10), 2)).toEqual({ settled: 2 });
  const settled = (await Promise.all(orders.map(commissionsOf)))
    .flat()
    .filter(({ state }) => state === "settled");
  expect(new Set(settled.map(({ distributorId }) => distributorId)).size).toBe(1);
  expect(await settle(day(10))).toEqual({ settled: 2 });
});

test("what a risk case holds does not settle; released, it settles with the next run", async () => {
  const order = await deliveredOrder(day(3));
  const staff = { merchantId: shop.merchantId, staffId: shop.ownerId };
  const commissionId = (await commissionsOf(order))[0]?.id ?? "";
  const held = { commissionId, reason: "same address as the distributor" };
  expect(await holdCommission(staff, held, day(4))).toEqual({ ok: true });
  expect(await holdCommission(staff, held, day(4))).toEqual({ ok: false, reason: "not_pending" });
  expect(await settle(day(10))).toEqual({ settled: 1 });
  const foreign = { merchantId: other.merchantId, staffId: other.ownerId };
  expect(await releaseCommission(foreign, { commissionId }, day(11))).toEqual({
    ok: false,
    reason: "not_held",
  });
  expect(await releaseCommission(staff, { commissionId }, day(11))).toEqual({ ok: true });
  expect(await settle(day(11))).toEqual({ settled: 1 });
});
