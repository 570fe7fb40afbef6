import { beforeAll, expect, test } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import { addClick, addCustomer, addDistributor, addLink, addVisitor } from "@/e2e/share-fixtures";
import { bindFromClicks } from "@/features/bindings/commands/bind-from-clicks";
import { getAttribution } from "@/features/bindings/queries/get-attribution";
import { freezeDistributor } from "@/features/distributors/commands/freeze-distributor";
import { inMerchant } from "@/lib/db/in-merchant";

/** The fixtures' first policy is of no later day than this. */
const start = new Date("2027-03-01T00:00:00.000Z");
const day = (days: number) => new Date(start.getTime() + days * 86_400_000);

let shop: TestMerchant;
let rival: { customerId: string; distributorId: string };
let links: { level1: string; rival: string };
let changes = 0;
beforeAll(async () => {
  ({ a: shop } = await testMerchants());
  rival = await addDistributor(shop);
  links = {
    level1: await addLink(shop, shop.level1.customerId),
    rival: await addLink(shop, rival.customerId),
  };
});

type Terms = {
  attributionMode: "first_touch" | "last_touch";
  validityDays: number;
  protectionDays: number;
  allowSelfPurchase: boolean;
};
const lastTouch: Terms = {
  attributionMode: "last_touch",
  validityDays: 180,
  protectionDays: 0,
  allowSelfPurchase: false,
};

/** A further version of the policy, in force from then on. Every test begins with one. */
async function changePolicy(over: Partial<Terms>, at: Date): Promise<void> {
  const { merchantId } = shop;
  await inMerchant(merchantId, async (tx) => {
    const newest = await tx.merchantPolicy.findFirstOrThrow({ orderBy: { version: "desc" } });
    const version = newest.version + 1;
    const data = { ...newest, ...lastTouch, ...over, version, createdAt: at };
    await tx.merchantPolicy.create({ data });
  });
  changes += 1;
}

/** Tests lie years apart, so that the policies of one are over when the next begins. */
const yearsOn = (days: number) => day(days + changes * 2_000);

function decide(customerId: string, now: Date): Promise<void> {
  const { merchantId } = shop;
  return inMerchant(merchantId, (tx) => bindFromClicks(tx, { merchantId, customerId, now }));
}

async function owners(customerId: string): Promise<string[]> {
  const rows = await inMerchant(shop.merchantId, (tx) =>
    tx.customerBinding.findMany({ where: { customerId }, orderBy: { boundAt: "asc" } }),
  );
  return rows.map(({ distributorId }) => distributorId);
}

test("a change of policy does not turn a click that lost into one that won", async () => {
  const at = yearsOn(0).getTime();
  const on = (days: number) => new Date(at + days * 86_400_000);
  await changePolicy({ attributionMode: "first_touch" }, on(0));
  const { customerId, visitorId } = await addCustomer(shop);
  await addClick(shop, { linkId: links.level1, visitorId, clickedAt: on(1) });
  await addClick(shop, { linkId: links.rival, visitorId, clickedAt: on(2) });
  await decide(customerId, on(3));
  await changePolicy({}, on(4));
  await decide(customerId, on(5));
  expect(await owners(customerId)).toEqual([shop.level1.distributorId]);
  await addClick(shop, { linkId: links.rival, visitorId, clickedAt: on(6) });
  await decide(customerId, on(6));
  expect(await owners(customerId)).toEqual([shop.level1.distributorId, rival.distributorId]);
});

test("a click made before signing in is judged by the policy of its own moment: a shorter validity later takes nothing away", async () => {
  const at = yearsOn(0).getTime();
  const on = (days: number) => new Date(at + days * 86_400_000);
  await changePolicy({ validityDays: 180 }, on(0));
  const { customerId, visitorId } = await addCustomer(shop);
  await addClick(shop, { linkId: links.level1, visitorId, clickedAt: on(1) });
  await changePolicy({ validityDays: 7 }, on(2));
  await decide(customerId, on(30));
  expect(await owners(customerId)).toEqual([shop.level1.distributorId]);
  // And the new one holds for what is clicked under it.
  const second = await addCustomer(shop);
  await addClick(shop, { linkId: links.level1, visitorId: second.visitorId, clickedAt: on(3) });
  await decide(second.customerId, on(30));
  expect(await owners(second.customerId)).toEqual([]);
});

test("self-purchase binds only where it was allowed at the click and still is", async () => {
  const at = yearsOn(0).getTime();
  const on = (days: number) => new Date(at + days * 86_400_000);
  const self = async (clickedAt: Date, now: Date) => {
    const { customerId } = await addDistributor(shop);
    const visitorId = await addVisitor(shop, { customerId, joinedAt: on(0) });
    await addClick(shop, { linkId: await addLink(shop, customerId), visitorId, clickedAt });
    await decide(customerId, now);
    return (await owners(customerId)).length;
  };
  await changePolicy({ allowSelfPurchase: true }, on(0));
  expect(await self(on(1), on(1))).toBe(1);
  await changePolicy({ allowSelfPurchase: false }, on(2));
  expect(await self(on(1), on(3))).toBe(0);
  expect(await self(on(3), on(3))).toBe(0);
  await changePolicy({ allowSelfPurchase: true }, on(4));
  expect(await self(on(3), on(5))).toBe(0);
});

test("a frozen distributor gets no new customer, and earns from the old ones only when released", async () => {
  const at = yearsOn(0).getTime();
  const on = (days: number) => new Date(at + days * 86_400_000);
  await changePolicy({}, on(0));
  const { merchantId } = shop;
  const { customerId, visitorId } = await addCustomer(shop);
  await addClick(shop, { linkId: links.rival, visitorId, clickedAt: on(1) });
  await decide(customerId, on(1));
  const staff = { merchantId, staffId: shop.ownerId };
  const { distributorId } = rival;
  const earner = async (now: Date) =>
    (await inMerchant(merchantId, (tx) => getAttribution(tx, { merchantId, customerId, now })))
      .level1DistributorId;
  await freezeDistributor(staff, { distributorId, freeze: true, reason: "违规" }, on(2));
  expect(await earner(on(2))).toBeNull();
  const newcomer = await addCustomer(shop);
  await addClick(shop, { linkId: links.rival, visitorId: newcomer.visitorId, clickedAt: on(3) });
  await decide(newcomer.customerId, on(3));
  expect(await owners(newcomer.customerId)).toEqual([]);
  await freezeDistributor(staff, { distributorId, freeze: false, reason: "" }, on(4));
  expect(await earner(on(4))).toBe(distributorId);
});
