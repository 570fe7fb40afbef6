import { beforeAll, expect, test } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import { addAddress, addFreeFreight, placeTestOrder } from "@/e2e/order-fixtures";
import { addClick, addCustomer, addLink } from "@/e2e/share-fixtures";
import { bindFromClicks } from "@/features/bindings/commands/bind-from-clicks";
import { getCustomer } from "@/features/customers/queries/get-customer";
import { listCustomers } from "@/features/customers/queries/list-customers";
import { inMerchant } from "@/lib/db/in-merchant";

const now = new Date("2026-03-01T00:00:00.000Z");

let shop: TestMerchant;
let other: TestMerchant;
let customerId: string;
let orderNo: string;
beforeAll(async () => {
  ({ a: shop, b: other } = await testMerchants());
  await addFreeFreight(shop);
  const added = await addCustomer(shop, "百分百_小满");
  ({ customerId } = added);
  const linkId = await addLink(shop, shop.level1.customerId);
  await addClick(shop, { linkId, visitorId: added.visitorId, clickedAt: now });
  const { merchantId } = shop;
  await inMerchant(merchantId, (tx) => bindFromClicks(tx, { merchantId, customerId, now }));
  const buyer = await addAddress(shop, customerId);
  ({ orderNo } = await placeTestOrder(shop, buyer, [{ skuId: shop.skuIds[0], quantity: 1 }], now));
});

/** The ids that a search finds. */
async function found(text: string, merchant = shop): Promise<string[]> {
  const { merchantId } = merchant;
  const { customers } = await inMerchant(merchantId, (tx) =>
    listCustomers(tx, { merchantId, filter: { text }, now }),
  );
  return customers.map((one) => one.customerId);
}

test("a customer is found by part of the nickname, by order number and by the whole phone number, however typed", async () => {
  for (const text of [
    "小满",
    orderNo,
    "13800138000",
    "+86 138-0013-8000",
    "１３８００１３８０００",
  ]) {
    expect([text, await found(text)]).toEqual([text, expect.arrayContaining([customerId])]);
  }
  for (const text of ["大满", "1380013", orderNo.slice(0, 10), "百%满", "小_满"]) {
    expect([text, await found(text)]).toEqual([text, []]);
  }
});

test("no search finds another merchant's customer", async () => {
  for (const text of ["小满", orderNo]) expect(await found(text, other)).toEqual([]);
  const { merchantId } = other;
  const asked = await inMerchant(merchantId, (tx) =>
    getCustomer(tx, { merchantId, customerId, now }),
  );
  expect(asked).toBeNull();
});

test("the phone is masked, and the row says whose customer they are", async () => {
  const { merchantId } = shop;
  const one = await inMerchant(merchantId, (tx) =>
    getCustomer(tx, { merchantId, customerId, now }),
  );
  expect(one).toMatchObject({
    phone: "138****8000",
    orderCount: 0,
    paidFen: 0n,
    distributor: { distributorId: shop.level1.distributorId },
    ownDistributorId: null,
  });
});

test("page after page shows everybody once, the newest first", async () => {
  for (let index = 0; index < 45; index += 1) await addCustomer(shop, "路人");
  const { merchantId } = shop;
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const filter = { text: "路人", ...(cursor && { cursor }) };
    const page = await inMerchant(merchantId, (tx) =>
      listCustomers(tx, { merchantId, filter, now }),
    );
    seen.push(...page.customers.map((one) => one.customerId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(seen).size).toBe(45);
  expect(seen).toHaveLength(45);
});
