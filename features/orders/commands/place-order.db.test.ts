import { beforeAll, expect, test } from "vitest";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import { addAddress } from "@/e2e/order-fixtures";
import { addCustomer } from "@/e2e/share-fixtures";
import { cancelOrder } from "@/features/orders/commands/cancel-order";
import { placeOrder } from "@/features/orders/commands/place-order";
import { getCustomerOrder } from "@/features/orders/queries/get-customer-order";
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

function line(skuId: string, quantity: unknown, seenUnitPriceFen = 9_900n) {
  return { skuId, quantity, seenUnitPriceFen };
}

async function ordersOf(merchantId: string): Promise<number> {
  const sql = "select count(*)::int as count from orders where merchant_id = $1";
  return asSuperuser(async (db) => (await db.query(sql, [merchantId])).rows[0].count);
}

async function stockOf(skuId: string) {
  const sql = "select on_hand, reserved from stock where sku_id = $1";
  return asSuperuser(async (db) => (await db.query(sql, [skuId])).rows[0]);
}

/** Waits for nothing: takes the goods off the books again. */
async function placeAndCancel(merchant: TestMerchant, input: PlaceOrderInput) {
  const placed = await placeOrder(merchant.scope(), input, at);
  if (placed.ok) await cancelOrder(merchant.scope(), placed.orderNo, now);
  return placed;
}

test("an order freezes what was agreed, promises the stock and gives it back when it is cancelled", async () => {
  const input = inputOf(a, {
    lines: [line(a.skuIds[0], 2), line(a.skuIds[1], "1", 12_800n)],
    seenPayableFen: 32_600n,
    note: "放门口",
  });
  const placed = await placeOrder(a.scope(), input, at);
  if (!placed.ok) throw new Error(placed.reason);
  expect(placed.payableFen).toBe(32_600n);
  expect(placed.orderNo).toMatch(/^\d{14}$/);
  expect(await stockOf(a.skuIds[0])).toEqual({ on_hand: 100, reserved: 2 });
  const question = { ...a.scope(), orderNo: placed.orderNo, now };
  const order = await inMerchant(a.merchantId, (tx) => getCustomerOrder(tx, question));
  expect(order).toMatchObject({
    state: "awaiting_payment",
    nextStep: "pay",
    goodsFen: 32_600n,
    payableFen: 32_600n,
    quantity: 3,
    note: "放门口",
    receiver: { name: "王小满", phone: "13800138000", province: "浙江省" },
    lines: [
      { lineNo: 1, skuId: a.skuIds[0], unitPriceFen: 9_900n, quantity: 2, payableFen: 19_800n },
      { lineNo: 2, skuId: a.skuIds[1], unitPriceFen: 12_800n, quantity: 1 },
    ],
  });
  expect(await cancelOrder(a.scope(), placed.orderNo, now)).toEqual({ ok: true });
  expect(await cancelOrder(a.scope(), placed.orderNo, now)).toMatchObject({ reason: "not_open" });
  expect(await stockOf(a.skuIds[0])).toEqual({ on_hand: 100, reserved: 0 });
});

test.each([[0], [-1], [1.5], [2 ** 53], [1_000], ["1e2"], [null], [true]])(
  "a quantity of %s is a bad quantity and leaves nothing",
  async (quantity) => {
    const before = await ordersOf(a.merchantId);
    const input = inputOf(a, { lines: [line(a.skuIds[0], quantity)] });
    expect(await placeOrder(a.scope(), input, at)).toEqual({
      ok: false,
      reason: "bad_quantity",
      skuIds: [a.skuIds[0]],
    });
    expect(await ordersOf(a.merchantId)).toBe(before);
  },
);

test("nothing bought is no order", async () => {
  expect(await placeOrder(a.scope(), inputOf(a, { lines: [] }), at)).toMatchObject({
    reason: "empty",
  });
});

test("another merchant's SKU and address, and another customer's address, do not exist", async () => {
  const foreignSku = inputOf(a, { lines: [line(b.skuIds[0], 1)] });
  expect(await placeOrder(a.scope(), foreignSku, at)).toEqual({
    ok: false,
    reason: "sku_gone",
    skuIds: [b.skuIds[0]],
  });
  const other = await addAddress(a, (await addCustomer(a)).customerId);
  for (const addressId of [b.addressId, other.addressId, newId()]) {
    const result = await placeOrder(a.scope(), inputOf(a, { addressId }), at);
    expect(result).toEqual({ ok: false, reason: "address_missing" });
  }
});

test("an SKU that was taken off the shelf is gone", async () => {
  const skuId = a.skuIds[2];
  const setActive = (isActive: boolean) =>
    inMerchant(a.merchantId, (tx) =>
      tx.sku.updateMany({ where: { id: skuId }, data: { isActive } }),
    );
  const input = inputOf(a, { lines: [line(skuId, 1, 19_900n)], seenPayableFen: 19_900n });
  await setActive(false);
  expect(await placeOrder(a.scope(), input, at)).toMatchObject({ reason: "sku_gone" });
  await setActive(true);
  expect(await placeAndCancel(a, input)).toMatchObject({ ok: true });
});

test("a price that changed comes back as it is now, and nothing is placed or lost", async () => {
  const before = await ordersOf(a.merchantId);
  const input = inputOf(a, {
    lines: [line(a.skuIds[0], 2, 9_000n), line(a.skuIds[1], 1, 12_800n)],
    seenPayableFen: 30_800n,
  });
  expect(await placeOrder(a.scope(), input, at)).toEqual({
    ok: false,
    reason: "price_changed",
    lines: [{ skuId: a.skuIds[0], unitPriceFen: 9_900n }],
    freightFen: 0n,
    payableFen: 32_600n,
  });
  // Freight alone can make the difference, too.
  const total = inputOf(a, { seenPayableFen: 20_800n });
  expect(await placeOrder(a.scope(), total, at)).toMatchObject({
    reason: "price_changed",
    lines: [],
  });
  expect(await ordersOf(a.merchantId)).toBe(before);
  expect(await stockOf(a.skuIds[0])).toMatchObject({ reserved: 0 });
});

test("more than there is is sold out, and says how many are left; no line is held without the others", async () => {
  const lines = [line(a.skuIds[0], 1), line(a.skuIds[1], 101, 12_800n)];
  const input = inputOf(a, { lines, seenPayableFen: 1_302_700n });
  expect(await placeOrder(a.scope(), input, at)).toEqual({
    ok: false,
    reason: "sold_out",
    lines: [{ skuId: a.skuIds[1], left: 100 }],
  });
  // The same SKU on two lines counts together.
  const twice = inputOf(a, { lines: [line(a.skuIds[0], 60), line(a.skuIds[0], 60)] });
  expect(await placeOrder(a.scope(), twice, at)).toMatchObject({ reason: "sold_out" });
  expect(await stockOf(a.skuIds[0])).toMatchObject({ reserved: 0 });
});

test("the second identical request answers with the first order, also when twenty race", async () => {
  const before = await ordersOf(a.merchantId);
  const input = inputOf(a);
  const results = await Promise.all(
    Array.from({ length: 20 }, () => placeOrder(a.scope(), input, at)),
  );
  const numbers = new Set(results.map((result) => (result.ok ? result.orderNo : result.reason)));
  expect([...numbers]).toEqual([expect.stringMatching(/^\d{14}$/)]);
  expect(await ordersOf(a.merchantId)).toBe(before + 1);
  expect(await stockOf(a.skuIds[0])).toMatchObject({ reserved: 2 });
  await cancelOrder(a.scope(), [...numbers][0] ?? "", now);
});

test("with the last units, the second of two identical requests does not read sold out", async () => {
  const input = inputOf(a, { lines: [line(a.skuIds[0], 100)], seenPayableFen: 990_000n });
  const [first, second] = await Promise.all([
    placeOrder(a.scope(), input, at),
    placeOrder(a.scope(), input, at),
  ]);
  expect(first.ok && second.ok && first.orderNo === second.orderNo).toBe(true);
  expect(await placeOrder(a.scope(), input, at)).toEqual(first);
  if (first.ok) await cancelOrder(a.scope(), first.orderNo, now);
});

test("a taken order number is drawn again", async () => {
  const sameDraws = () => {
    let draws = 0;
    return { now, random: () => Uint8Array.from({ length: 8 }, () => Math.floor(draws++ / 8)) };
  };
  const first = await placeOrder(a.scope(), inputOf(a), sameDraws());
  const second = await placeOrder(a.scope(), inputOf(a), sameDraws());
  if (!first.ok || !second.ok) throw new Error("both have their order");
  expect(first.orderNo.slice(6)).toBe("00000000");
  expect(second.orderNo.slice(6)).toBe("11111111");
  for (const { orderNo } of [first, second]) await cancelOrder(a.scope(), orderNo, now);
});

test("what was bought leaves the cart, and only that", async () => {
  const { merchantId, customerId } = a.scope();
  const cartId = newId();
  await inMerchant(merchantId, (tx) =>
    tx.cart.create({
      data: {
        merchantId,
        id: cartId,
        customerId,
        updatedAt: now,
        items: {
          create: [a.skuIds[0], a.skuIds[1]].map((skuId) => ({
            skuId,
            quantity: 1,
            seenUnitPriceFen: 9_900n,
            addedAt: now,
          })),
        },
      },
    }),
  );
  const inCart = () => inMerchant(merchantId, (tx) => tx.cartItem.findMany({ where: { cartId } }));
  await placeAndCancel(a, inputOf(a, { fromCart: false }));
  expect(await inCart()).toHaveLength(2);
  await placeAndCancel(a, inputOf(a, { fromCart: true }));
  expect((await inCart()).map(({ skuId }) => skuId)).toEqual([a.skuIds[1]]);
});
