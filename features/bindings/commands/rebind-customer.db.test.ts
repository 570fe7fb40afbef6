import { beforeAll, expect, test } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import { addAddress, addFreeFreight, placeTestOrder } from "@/e2e/order-fixtures";
import { addClick, addCustomer, addDistributor, addLink } from "@/e2e/share-fixtures";
import { bindFromClicks } from "@/features/bindings/commands/bind-from-clicks";
import { rebindCustomer } from "@/features/bindings/commands/rebind-customer";
import { explainBinding } from "@/features/bindings/queries/explain-binding";
import { freezeDistributor } from "@/features/distributors/commands/freeze-distributor";
import { inMerchant } from "@/lib/db/in-merchant";

const start = new Date("2026-03-01T00:00:00.000Z");
const day = (days: number, ms = 0) => new Date(start.getTime() + days * 86_400_000 + ms);

let shop: TestMerchant;
let other: TestMerchant;
let rival: { customerId: string; distributorId: string };
beforeAll(async () => {
  ({ a: shop, b: other } = await testMerchants());
  rival = await addDistributor(shop);
  await addFreeFreight(shop);
});

const staff = () => ({ merchantId: shop.merchantId, staffId: shop.ownerId });

/** A customer who opened level 1's link on day 0. */
async function boundCustomer() {
  const customer = await addCustomer(shop);
  const linkId = await addLink(shop, shop.level1.customerId);
  await addClick(shop, { linkId, visitorId: customer.visitorId, clickedAt: day(0) });
  await decide(customer.customerId, day(0));
  return { ...customer, linkId, seenBindingId: (await rows(customer.customerId))[0]?.id ?? "" };
}

function decide(customerId: string, now: Date): Promise<void> {
  const { merchantId } = shop;
  return inMerchant(merchantId, (tx) => bindFromClicks(tx, { merchantId, customerId, now }));
}

function rows(customerId: string) {
  return inMerchant(shop.merchantId, (tx) =>
    tx.customerBinding.findMany({
      where: { customerId },
      orderBy: [{ boundAt: "asc" }, { createdAt: "asc" }],
    }),
  );
}

/** The customer's periods as [distributor, source, from, until]. */
async function periods(customerId: string) {
  const found = await rows(customerId);
  return found.map((one) => [one.distributorId, one.source, one.boundAt, one.validUntil]);
}

test("a change by hand ends the period and opens the next at the same moment, with person, reason and audit", async () => {
  const { customerId, seenBindingId } = await boundCustomer();
  const { distributorId } = rival;
  const input = { customerId, distributorId, reason: "店里当面说好的", seenBindingId };
  expect(await rebindCustomer(staff(), input, day(3))).toEqual({ ok: true });
  expect(await periods(customerId)).toEqual([
    [shop.level1.distributorId, "click", day(0), day(3)],
    [distributorId, "manual", day(3), day(183)],
  ]);
  const [, made] = await rows(customerId);
  expect(made).toMatchObject({ boundBy: shop.ownerId, reason: "店里当面说好的", clickId: null });
  const [entry] = await inMerchant(shop.merchantId, (tx) =>
    tx.auditEntry.findMany({ where: { action: "binding.rebind", objectId: customerId } }),
  );
  expect(entry).toMatchObject({
    actorId: shop.ownerId,
    details: { from: shop.level1.distributorId, to: distributorId, reason: "店里当面说好的" },
  });
});

test("an order keeps the distributor, binding and click it was placed under", async () => {
  const { customerId, seenBindingId } = await boundCustomer();
  const order = await placeTestOrder(
    shop,
    await addAddress(shop, customerId),
    [{ skuId: shop.skuIds[0], quantity: 1 }],
    day(3),
  );
  const snapshot = () =>
    inMerchant(shop.merchantId, (tx) =>
      tx.order.findFirstOrThrow({
        where: { id: order.orderId },
        select: { bindingId: true, clickId: true, level1DistributorId: true },
      }),
    );
  const before = await snapshot();
  expect(before).toMatchObject({ bindingId: seenBindingId });
  // In the very moment of the order: the period ends right after it (invariant 24).
  const input = { customerId, distributorId: rival.distributorId, reason: "换人", seenBindingId };
  expect(await rebindCustomer(staff(), input, day(3))).toEqual({ ok: true });
  expect(await snapshot()).toEqual(before);
  expect((await periods(customerId))[1]?.[2]).toEqual(day(3, 1));
});

test("nobody's customer: earlier clicks count no longer, the next one does", async () => {
  const { customerId, visitorId, linkId, seenBindingId } = await boundCustomer();
  await addClick(shop, { linkId, visitorId, clickedAt: day(2) });
  const input = { customerId, distributorId: null, reason: "顾客要求", seenBindingId };
  expect(await rebindCustomer(staff(), input, day(3))).toEqual({ ok: true });
  await decide(customerId, day(4));
  expect(await periods(customerId)).toEqual([
    [shop.level1.distributorId, "click", day(0), day(3)],
    [shop.level1.distributorId, "release", day(3), day(3)],
  ]);
  const again = { ...input, seenBindingId: null };
  expect(await rebindCustomer(staff(), again, day(5))).toEqual({
    ok: false,
    reason: "nothing_to_end",
  });
  await addClick(shop, { linkId, visitorId, clickedAt: day(6) });
  await decide(customerId, day(6));
  expect((await periods(customerId)).at(-1)).toEqual([
    shop.level1.distributorId,
    "click",
    day(6),
    day(186),
  ]);
});

test("twenty tabs at once: one change, the others are told", async () => {
  const { customerId, seenBindingId } = await boundCustomer();
  const input = { customerId, distributorId: rival.distributorId, reason: "换人", seenBindingId };
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, index) => rebindCustomer(staff(), input, day(3, index))),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter((one) => !one.ok && one.reason !== "changed")).toEqual([]);
  expect(await periods(customerId)).toHaveLength(2);
});

test("a change by hand while the customer opens a rival's link: one after the other, periods in order", async () => {
  const { customerId, visitorId, seenBindingId } = await boundCustomer();
  const linkId = await addLink(shop, rival.customerId);
  await addClick(shop, { linkId, visitorId, clickedAt: day(20) });
  const third = await addDistributor(shop);
  const input = { customerId, distributorId: third.distributorId, reason: "换人", seenBindingId };
  const [changed] = await Promise.all([
    rebindCustomer(staff(), input, day(20, 5)),
    decide(customerId, day(20, 5)),
  ]);
  const found = await rows(customerId);
  expect(found.at(-1)?.distributorId).toBe(changed.ok ? third.distributorId : rival.distributorId);
  for (const [index, one] of found.entries()) {
    expect(one.validUntil <= (found[index + 1]?.boundAt ?? one.validUntil)).toBe(true);
  }
});

test("refused with its reason: frozen, unapproved, oneself, a circle, another shop's, a stranger", async () => {
  const { customerId, seenBindingId } = await boundCustomer();
  const attempt = async (distributorId: string, over = {}) => {
    const input = { customerId, distributorId, reason: "换人", seenBindingId, ...over };
    const done = await rebindCustomer(staff(), input, day(4));
    return done.ok ? "ok" : done.reason;
  };
  const frozen = await addDistributor(shop);
  const freeze = { distributorId: frozen.distributorId, freeze: true, reason: "违规" };
  await freezeDistributor(staff(), freeze, day(1));
  expect(await attempt(frozen.distributorId)).toBe("frozen");
  const waiting = await addDistributor(shop);
  await inMerchant(shop.merchantId, (tx) =>
    tx.distributor.updateMany({
      where: { id: waiting.distributorId },
      data: { status: "applied" },
    }),
  );
  expect(await attempt(waiting.distributorId)).toBe("not_approved");
  expect(await attempt(other.level1.distributorId)).toBe("not_found");
  expect(await attempt(rival.distributorId, { customerId: other.customerId })).toBe("not_found");
  expect(await periods(customerId)).toHaveLength(1);

  const [x, y] = [await addDistributor(shop), await addDistributor(shop)];
  const fresh = { customerId: x.customerId, seenBindingId: null };
  expect(await attempt(x.distributorId, fresh)).toBe("own");
  expect(await attempt(y.distributorId, fresh)).toBe("ok");
  expect(await attempt(x.distributorId, { ...fresh, customerId: y.customerId })).toBe("circular");
});

test("two distributors given to each other at once: one of them is refused", async () => {
  const [x, y] = [await addDistributor(shop), await addDistributor(shop)];
  const give = (customerId: string, distributorId: string) =>
    rebindCustomer(
      staff(),
      { customerId, distributorId, reason: "换人", seenBindingId: null },
      day(4),
    );
  const done = await Promise.all([
    give(x.customerId, y.distributorId),
    give(y.customerId, x.distributorId),
  ]);
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
});

test("the explanation of any day names period, person and reason, and why the other clicks lost", async () => {
  const { customerId, visitorId, seenBindingId } = await boundCustomer();
  const linkId = await addLink(shop, rival.customerId);
  await addClick(shop, { linkId, visitorId, clickedAt: day(5) });
  const stranger = await addLink(shop, (await addCustomer(shop)).customerId);
  await addClick(shop, { linkId: stranger, visitorId, clickedAt: day(6) });
  await decide(customerId, day(7));
  const input = { customerId, distributorId: rival.distributorId, reason: "补登", seenBindingId };
  await rebindCustomer(staff(), input, day(8));
  const { merchantId } = shop;
  const on = (at: Date) =>
    inMerchant(merchantId, (tx) => explainBinding(tx, { merchantId, customerId, at }));
  expect((await on(day(7))).explanation).toMatchObject({
    period: { distributorId: shop.level1.distributorId, source: "click", boundByName: "" },
    policy: { version: 1, mode: "last_touch" },
    clicks: [
      { verdict: "no_distributor", distributorId: null },
      { verdict: "protected", distributorId: rival.distributorId },
      { verdict: "made_binding", distributorId: shop.level1.distributorId },
    ],
  });
  expect((await on(day(9))).explanation.period).toMatchObject({
    source: "manual",
    reason: "补登",
    boundByName: expect.stringMatching(/\S/),
  });
});
