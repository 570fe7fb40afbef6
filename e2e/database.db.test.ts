import { expect, test } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { inMerchant } from "@/lib/db/in-merchant";
import { getWechatCredentials } from "@/lib/wechat/credentials";
import { runInvariants } from "@/scripts/database/run-invariants";

test("every test file gets two merchants, each with goods, a buyer and two levels", async () => {
  const { a, b } = await testMerchants();
  expect(a.merchantId).not.toBe(b.merchantId);
  for (const merchant of [a, b]) {
    const found = await inMerchant(merchant.merchantId, (tx) =>
      Promise.all([tx.stock.findMany(), tx.distributor.findMany(), tx.address.findMany()]),
    );
    expect(found[0].map((stock) => stock.onHand)).toEqual([100, 100, 100]);
    expect(found[1].map((one) => one.parentDistributorId).sort()).toEqual(
      [merchant.level2.distributorId, null].sort(),
    );
    expect(found[2].map((address) => address.id)).toEqual([merchant.addressId]);
  }
});

test("the application signs in as a role that row security binds", async () => {
  const { a, b } = await testMerchants();
  const [role, strangers] = await inMerchant(a.merchantId, async (tx) => [
    await tx.$queryRaw`select current_user::text as name`,
    await tx.product.findMany({ where: { merchantId: b.merchantId } }),
  ]);
  expect(role).toEqual([{ name: "renhe_app" }]);
  expect(strangers).toEqual([]);
});

test("the fixtures break no invariant", async () => {
  const results = await asSuperuser((client) => runInvariants(client));
  expect(results.filter(({ rowCount }) => rowCount > 0)).toEqual([]);
});

test("the WeChat credentials of the fixtures open with the test's key", async () => {
  const { b } = await testMerchants();
  const credentials = await inMerchant(b.merchantId, (tx) =>
    getWechatCredentials(tx, b.merchantId),
  );
  expect(credentials).toEqual(b.wechatCredentials);
});
