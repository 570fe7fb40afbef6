import { expect, test } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { addFreeFreight, addFriend, placeTestOrder } from "@/e2e/order-fixtures";
import { addClick, addCustomer, addLink } from "@/e2e/share-fixtures";
import { sendReport } from "@/features/reports/commands/send-report";
import { findSharer } from "@/features/reports/queries/find-sharer";
import { listReports } from "@/features/reports/queries/list-reports";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const { merchantId } = a;
const now = new Date("2026-06-20T04:00:00.000Z");
const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
const words = { orderNo: "", slug: "", isSharer: true, about: "", content: "让我私下转账。" };
const send = (customerId: string, over: Partial<typeof words> = {}, at = now) =>
  sendReport({ merchantId, customerId }, { ...words, ...over }, at);
const reportsOf = async (customerId: string) => {
  const all = await inMerchant(merchantId, (tx) =>
    listReports(tx, { merchantId, filter: {}, limit: 100 }),
  );
  return all.reports.filter((one) => one.customerId === customerId);
};

test("who brought the customer is whom an own order counts for, else whose link was opened last, never themselves", async () => {
  await addFreeFreight(a);
  const friend = await addFriend(a, before(9));
  const { customerId, visitorId } = friend;
  const [skuId] = a.skuIds;
  const { orderNo } = await placeTestOrder(a, friend, [{ skuId, quantity: 1 }], before(8));
  const linkId = await addLink(a, a.level2.customerId);
  await addClick(a, { linkId, visitorId, clickedAt: before(1) });
  const sharerOf = (who: string, of: string) =>
    inMerchant(merchantId, (tx) =>
      findSharer(tx, { merchantId, customerId: who, orderNo: of }),
    ).then((found) => found?.distributorId ?? null);
  expect(await sharerOf(customerId, orderNo)).toBe(a.level1.distributorId);
  expect(await sharerOf(customerId, "")).toBe(a.level2.distributorId);
  const { customerId: stranger } = await addCustomer(a);
  expect(await sharerOf(stranger, orderNo)).toBeNull();
  const own = await addLink(a, a.level2.customerId);
  await addClick(a, { linkId: own, visitorId: a.level2.visitorId, clickedAt: before(1) });
  expect(await sharerOf(a.level2.customerId, "")).toBeNull();
  expect(await send(customerId, { orderNo, slug: "not-there" })).toEqual({ ok: true });
  expect(await reportsOf(customerId)).toMatchObject([
    { distributorId: a.level1.distributorId, orderNo, productId: null, state: "new" },
  ]);
});

test("without a sharer the words have to say who it was, and what happened needs words", async () => {
  const { customerId } = await addCustomer(a);
  expect(await send(customerId)).toEqual({ ok: false, reason: "about_missing" });
  expect(await send(customerId, { about: "微信 abc", content: "骗" })).toEqual({
    ok: false,
    reason: "content_missing",
  });
  expect(await send(customerId, { isSharer: false, about: "微信 abc" })).toEqual({ ok: true });
  expect(await reportsOf(customerId)).toMatchObject([{ distributorId: null, about: "微信 abc" }]);
});

test("three reports within a day are enough, also when they come at once, and another day begins anew", async () => {
  const { customerId } = await addCustomer(a);
  const about = { isSharer: false, about: "某人" };
  const sent = await Promise.all(Array.from({ length: 6 }, () => send(customerId, about)));
  expect(sent.filter(({ ok }) => ok)).toHaveLength(3);
  expect(sent.filter((one) => !one.ok && one.reason === "too_many_reports")).toHaveLength(3);
  expect(await send(customerId, about, before(-2))).toEqual({ ok: true });
  expect(await reportsOf(customerId)).toHaveLength(4);
});

test("somebody else's order is not found, and another merchant's product is not among what was reported", async () => {
  const { customerId } = await addCustomer(a);
  const friend = await addFriend(a, before(9));
  const [skuId] = a.skuIds;
  const { orderNo } = await placeTestOrder(a, friend, [{ skuId, quantity: 1 }], before(8));
  const theirs = { isSharer: false, about: "某人", orderNo };
  expect(await send(customerId, theirs)).toEqual({ ok: false, reason: "not_found" });
  const slug = await asSuperuser(async (db) => {
    const sql = "select slug from product where merchant_id = $1 limit 1";
    await db.query("update product set slug = 'theirs-alone' where merchant_id = $1 and id = $2", [
      ...[b.merchantId, b.productIds[0]],
    ]);
    return (await db.query(sql, [merchantId])).rows[0].slug as string;
  });
  await send(customerId, { isSharer: false, about: "某人", slug: "theirs-alone" });
  await send(customerId, { isSharer: false, about: "某人", slug });
  const products = (await reportsOf(customerId)).map(({ productId }) => productId);
  expect(products.filter((one) => one === null)).toHaveLength(1);
  expect(products).toHaveLength(2);
});
