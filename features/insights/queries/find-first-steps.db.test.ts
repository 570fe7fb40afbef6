import { expect, test } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { addFreeFreight, addRule, placeTestOrder } from "@/e2e/order-fixtures";
import { findFirstSteps } from "@/features/insights/queries/find-first-steps";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const now = new Date("2026-06-10T15:30:00+08:00");
const stepsOf = ({ merchantId }: typeof a) =>
  inMerchant(merchantId, (tx) => findFirstSteps(tx, { merchantId }));

test("a shop without orders is told which first steps are done, and nothing any more after its first order", async () => {
  await asSuperuser(async (client) => {
    for (const sql of [
      "delete from merchant_wechat where merchant_id = $1",
      "update product set status = 'archived' where merchant_id = $1",
      "update distributor set status = 'applied' where merchant_id = $1",
    ]) {
      await client.query(sql, [b.merchantId]);
    }
  });
  const none = { goods: false, wechat: false, rule: false, distributor: false };
  expect(await stepsOf(b)).toEqual(none);
  await addRule(b, { level: 1, rateBps: 1000 }, now);
  expect(await stepsOf(b)).toEqual({ ...none, rule: true });
  await addFreeFreight(a);
  expect(await stepsOf(a)).toMatchObject({ goods: true, rule: false });
  const buyer = { customerId: a.customerId, addressId: a.buyer.addressId };
  await placeTestOrder(a, buyer, [{ skuId: a.skuIds[0] ?? "", quantity: 1 }], now);
  expect(await stepsOf(a)).toBeNull();
});
