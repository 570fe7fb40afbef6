import { beforeAll, expect, test } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import { addAddress } from "@/e2e/order-fixtures";
import { addCustomer } from "@/e2e/share-fixtures";
import { cancelOrder } from "@/features/orders/commands/cancel-order";
import { placeOrder } from "@/features/orders/commands/place-order";
import { getCustomerOrder } from "@/features/orders/queries/get-customer-order";
import { getOrder } from "@/features/orders/queries/get-order";
import { quoteOrder } from "@/features/orders/queries/quote-order";
import type { PlaceOrderInput } from "@/features/orders/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { secureRandom } from "@/lib/ids/random-code";

const now = new Date();
const at = { now, random: secureRandom };

let a: TestMerchant;
let b: TestMerchant;
beforeAll(async () => {
  ({ a, b } = await testMerchants());
});

function inputOf(merchant: TestMerchant, over: Partial<PlaceOrderInput> = {}): PlaceOrderInput {
  return {
    lines: [{ skuId: merchant.skuIds[0], quantity: 2, seenUnitPriceFen: 9_900n }],
    addressId: merchant.addressId,
    note: "",
    idempotencyKey: newId(),
    seenPayableFen: 19_800n,
    fromCart: false,
    ...over,
  };
}

test("freight is quoted and agreed by the same rule, and a place without delivery is refused", async () => {
  const { merchantId } = b;
  await inMerchant(merchantId, (tx) =>
    tx.freightTemplate.create({
      data: {
        merchantId,
        id: newId(),
        name: "常温",
        isDefault: true,
        freeFromFen: 30_000n,
        rules: [
          {
            provinces: "default",
            firstQuantity: 1,
            firstFen: "1200",
            nextQuantity: 1,
            nextFen: "300",
          },
          {
            provinces: ["西藏自治区"],
            firstQuantity: 1,
            firstFen: "0",
            nextQuantity: 0,
            nextFen: "0",
            refused: true,
          },
        ],
      },
    }),
  );
  const quote = await inMerchant(merchantId, (tx) =>
    quoteOrder(tx, { ...b.scope(), addressId: b.addressId, lines: inputOf(b).lines }),
  );
  expect(quote).toMatchObject({ ok: true, freightFen: 1_500n, payableFen: 21_300n, fault: null });
  const noAddress = await inMerchant(merchantId, (tx) =>
    quoteOrder(tx, { ...b.scope(), addressId: null, lines: inputOf(b).lines }),
  );
  expect(noAddress).toMatchObject({ freightFen: null, payableFen: null, fault: "address_missing" });
  expect(await placeOrder(b.scope(), inputOf(b), at)).toMatchObject({ reason: "price_changed" });
  expect(await placeOrder(b.scope(), inputOf(b, { seenPayableFen: 21_300n }), at)).toMatchObject({
    ok: true,
  });

  const far = await addAddress(b, b.customerId);
  await inMerchant(merchantId, (tx) =>
    tx.address.updateMany({ where: { id: far.addressId }, data: { province: "西藏自治区" } }),
  );
  const refused = inputOf(b, { addressId: far.addressId, seenPayableFen: 21_300n });
  expect(await placeOrder(b.scope(), refused, at)).toEqual({ ok: false, reason: "not_delivered" });
});

test("nobody else finds the order: not another customer, not another merchant", async () => {
  const placed = await placeOrder(a.scope(), inputOf(a), at);
  if (!placed.ok) throw new Error(placed.reason);
  const { orderNo } = placed;
  const stranger = await addCustomer(a);
  for (const scope of [b.scope(), { ...a.scope(), customerId: stranger.customerId }]) {
    const seen = await inMerchant(scope.merchantId, (tx) =>
      getCustomerOrder(tx, { ...scope, orderNo, now }),
    );
    expect(seen).toBeNull();
    expect(await cancelOrder(scope, orderNo, now)).toEqual({ ok: false, reason: "not_found" });
  }
  const staff = (merchant: TestMerchant) =>
    inMerchant(merchant.merchantId, (tx) => getOrder(tx, merchant.merchantId, orderNo));
  expect(await staff(b)).toBeNull();
  expect((await staff(a))?.timeline.map(({ action }) => action)).toEqual(["order.place"]);
  await cancelOrder(a.scope(), orderNo, now);
});
