import { beforeAll, expect, test } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import { addAddress, addFreeFreight, placeTestOrder } from "@/e2e/order-fixtures";
import { addClick, addCustomer, addDistributor, addLink, addVisitor } from "@/e2e/share-fixtures";
import { bindFromClicks } from "@/features/bindings/commands/bind-from-clicks";
import { explainBinding } from "@/features/bindings/queries/explain-binding";
import { getAttribution } from "@/features/bindings/queries/get-attribution";
import { listFriends } from "@/features/bindings/queries/list-friends";
import { inMerchant } from "@/lib/db/in-merchant";

const start = new Date("2026-03-01T00:00:00.000Z");
const day = (days: number, ms = 0) => new Date(start.getTime() + days * 86_400_000 + ms);

let shop: TestMerchant;
let other: TestMerchant;
beforeAll(async () => {
  ({ a: shop, b: other } = await testMerchants());
});

function bind(customerId: string, now: Date): Promise<void> {
  const { merchantId } = shop;
  return inMerchant(merchantId, (tx) => bindFromClicks(tx, { merchantId, customerId, now }));
}

/** The customer's periods as [distributor, from, until]. */
async function periods(customerId: string): Promise<[string, Date, Date][]> {
  const rows = await inMerchant(shop.merchantId, (tx) =>
    tx.customerBinding.findMany({ where: { customerId }, orderBy: { boundAt: "asc" } }),
  );
  return rows.map((row) => [row.distributorId, row.boundAt, row.validUntil]);
}

test("a click made before signing in binds from the moment of the click", async () => {
  const { customerId, visitorId } = await addCustomer(shop);
  const linkId = await addLink(shop, shop.level1.customerId);
  const clickId = await addClick(shop, { linkId, visitorId, clickedAt: day(0) });
  await bind(customerId, day(3));
  expect(await periods(customerId)).toEqual([[shop.level1.distributorId, day(0), day(180)]]);

  const { merchantId } = shop;
  const explained = await inMerchant(merchantId, (tx) =>
    explainBinding(tx, { merchantId, customerId, at: day(100) }),
  );
  expect(explained.explanation).toMatchObject({
    period: { distributorId: shop.level1.distributorId, clickId, reason: "no_live_binding" },
    clicks: [{ clickId, clickedAt: day(0), verdict: "made_binding", hops: 0 }],
  });
  const before = await inMerchant(merchantId, (tx) =>
    explainBinding(tx, { merchantId, customerId, at: day(-1) }),
  );
  expect(before.explanation).toMatchObject({ period: null, endedBefore: null, clicks: [] });
});

test("a click that comes while the decision waits binds from the decision, and no invariant minds", async () => {
  const { customerId, visitorId } = await addCustomer(shop);
  const linkId = await addLink(shop, shop.level1.customerId);
  await addClick(shop, { linkId, visitorId, clickedAt: day(0, 50) });
  await bind(customerId, day(0));
  expect(await periods(customerId)).toEqual([[shop.level1.distributorId, day(0), day(180)]]);
});

test("last touch: the old period ends exactly where the new one begins, and both stay in history", async () => {
  const { customerId, visitorId } = await addCustomer(shop);
  const rival = await addDistributor(shop);
  const first = await addLink(shop, shop.level1.customerId);
  const second = await addLink(shop, rival.customerId);
  await addClick(shop, { linkId: first, visitorId, clickedAt: day(0) });
  await addClick(shop, { linkId: second, visitorId, clickedAt: day(10) });
  await bind(customerId, day(11));
  // Within 15 days of protection the rival's click changes nothing; after them it does.
  expect(await periods(customerId)).toEqual([[shop.level1.distributorId, day(0), day(180)]]);
  await addClick(shop, { linkId: second, visitorId, clickedAt: day(20) });
  await bind(customerId, day(20, 5));
  expect(await periods(customerId)).toEqual([
    [shop.level1.distributorId, day(0), day(20)],
    [rival.distributorId, day(20), day(200)],
  ]);
});

test("the same distributor's click prolongs the period, and deciding again changes nothing", async () => {
  const { customerId, visitorId } = await addCustomer(shop);
  const linkId = await addLink(shop, shop.level1.customerId);
  await addClick(shop, { linkId, visitorId, clickedAt: day(0) });
  await addClick(shop, { linkId, visitorId, clickedAt: day(30) });
  await bind(customerId, day(31));
  await bind(customerId, day(32));
  expect(await periods(customerId)).toEqual([[shop.level1.distributorId, day(0), day(210)]]);
});

test("a link of somebody who is no distributor counts for the nearest distributor it came through", async () => {
  const { customerId, visitorId } = await addCustomer(shop);
  const [friend, friendOfFriend] = [await addCustomer(shop), await addCustomer(shop)];
  const root = await addLink(shop, shop.level2.customerId);
  const hop1 = await addLink(shop, shop.level1.customerId, root);
  const hop2 = await addLink(shop, friend.customerId, hop1);
  const hop3 = await addLink(shop, friendOfFriend.customerId, hop2);
  await addClick(shop, { linkId: hop3, visitorId, clickedAt: day(0) });
  await bind(customerId, day(1));
  expect(await periods(customerId)).toEqual([[shop.level1.distributorId, day(0), day(180)]]);
});

test("a link that no distributor stands behind binds nobody", async () => {
  const { customerId, visitorId } = await addCustomer(shop);
  const stranger = await addCustomer(shop);
  const linkId = await addLink(shop, stranger.customerId);
  await addClick(shop, { linkId, visitorId, clickedAt: day(0) });
  await bind(customerId, day(1));
  expect(await periods(customerId)).toEqual([]);
});

test("a distributor's own link never binds them to themselves", async () => {
  const { customerId, distributorId } = await addDistributor(shop);
  const visitorId = await addVisitor(shop, { customerId, joinedAt: day(0) });
  const linkId = await addLink(shop, customerId);
  await addClick(shop, { linkId, visitorId, clickedAt: day(0) });
  await bind(customerId, day(1));
  expect(await periods(customerId)).toEqual([]);
  expect(distributorId).toBeTruthy();
});

test("fifty tabs deciding at once bind once, without an error", async () => {
  const { customerId, visitorId } = await addCustomer(shop);
  const rival = await addDistributor(shop);
  const links = [
    await addLink(shop, shop.level1.customerId),
    await addLink(shop, rival.customerId),
  ];
  for (const [index, linkId] of links.entries()) {
    await addClick(shop, { linkId, visitorId, clickedAt: day(index * 20) });
  }
  await Promise.all(Array.from({ length: 50 }, () => bind(customerId, day(21))));
  expect(await periods(customerId)).toEqual([
    [shop.level1.distributorId, day(0), day(20)],
    [rival.distributorId, day(20), day(200)],
  ]);
});

test("two distributors never belong to each other, whoever clicks first and even at once", async () => {
  for (const sameMoment of [false, true]) {
    const [x, y] = [await addDistributor(shop), await addDistributor(shop)];
    for (const [owner, reader] of [[x, y] as const, [y, x] as const]) {
      const visitorId = await addVisitor(shop, { customerId: reader.customerId, joinedAt: day(0) });
      const linkId = await addLink(shop, owner.customerId);
      await addClick(shop, { linkId, visitorId, clickedAt: day(0) });
    }
    if (sameMoment) await Promise.all([x, y].map((one) => bind(one.customerId, day(1))));
    else for (const one of [x, y]) await bind(one.customerId, day(1));
    const found = await Promise.all([x, y].map((one) => periods(one.customerId)));
    expect(found.flat()).toHaveLength(1);
  }
});

test("three distributors do not belong to each other in a circle", async () => {
  const ring = [await addDistributor(shop), await addDistributor(shop), await addDistributor(shop)];
  for (const [index, reader] of ring.entries()) {
    const owner = ring[(index + 1) % 3];
    const visitorId = await addVisitor(shop, { customerId: reader.customerId, joinedAt: day(0) });
    const linkId = await addLink(shop, owner?.customerId ?? "");
    await addClick(shop, { linkId, visitorId, clickedAt: day(0) });
    await bind(reader.customerId, day(1));
  }
  const found = await Promise.all(ring.map((one) => periods(one.customerId)));
  expect(found.map((list) => list.length)).toEqual([1, 1, 0]);
});

test("attribution: the binding's distributor and its parent, only while the binding lives", async () => {
  const { merchantId } = shop;
  const { customerId, visitorId } = await addCustomer(shop, "王小满");
  const linkId = await addLink(shop, shop.level1.customerId);
  const clickId = await addClick(shop, { linkId, visitorId, clickedAt: day(0) });
  await bind(customerId, day(0));
  const at = (now: Date) =>
    inMerchant(merchantId, (tx) => getAttribution(tx, { merchantId, customerId, now }));
  expect(await at(day(179))).toMatchObject({
    clickId,
    level1DistributorId: shop.level1.distributorId,
    level2DistributorId: shop.level2.distributorId,
  });
  expect(await at(day(180))).toMatchObject({
    bindingId: null,
    clickId: null,
    level1DistributorId: null,
    level2DistributorId: null,
  });
  const friends = await inMerchant(merchantId, (tx) =>
    listFriends(tx, {
      merchantId,
      distributorId: shop.level1.distributorId,
      now: day(1),
      limit: 100,
    }),
  );
  expect(friends.find(({ customerName }) => customerName === "王**")).toMatchObject({
    boundAt: day(0),
    orderCount: 0,
    goodsFen: 0n,
  });
});

test("another merchant's clicks and distributors do not exist here", async () => {
  const { customerId } = await addCustomer(shop);
  const visitorId = await addVisitor(other);
  const linkId = await addLink(other, other.level1.customerId);
  await addClick(other, { linkId, visitorId, clickedAt: day(0) });
  await inMerchant(shop.merchantId, (tx) =>
    bindFromClicks(tx, { merchantId: other.merchantId, customerId, now: day(1) }),
  );
  expect(await periods(customerId)).toEqual([]);
});

test("a browser that is joined after an order counts from that order on: what was ordered stays", async () => {
  const { customerId, visitorId } = await addCustomer(shop);
  const rival = await addDistributor(shop);
  const first = await addLink(shop, shop.level1.customerId);
  await addClick(shop, { linkId: first, visitorId, clickedAt: day(0) });
  await addFreeFreight(shop);
  const buyer = await addAddress(shop, customerId);
  await placeTestOrder(shop, buyer, [{ skuId: shop.skuIds[0], quantity: 1 }], day(20));
  const other = await addVisitor(shop, { customerId, joinedAt: day(30) });
  const second = await addLink(shop, rival.customerId);
  await addClick(shop, { linkId: second, visitorId: other, clickedAt: day(16) });
  await bind(customerId, day(30));
  expect(await periods(customerId)).toEqual([
    [shop.level1.distributorId, day(0), day(20, 1)],
    [rival.distributorId, day(20, 1), day(196)],
  ]);
});
