import { beforeEach, expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { addToCart } from "@/features/carts/commands/add-to-cart";
import { mergeCart } from "@/features/carts/commands/merge-cart";
import { removeFromCart } from "@/features/carts/commands/remove-from-cart";
import { setQuantity } from "@/features/carts/commands/set-quantity";
import { countCart } from "@/features/carts/queries/count-cart";
import { getCart } from "@/features/carts/queries/get-cart";
import type { CartOwner } from "@/features/carts/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const { a, b } = await testMerchants();
const [sku, otherProduct, sister] = a.skuIds;
const now = new Date("2026-03-01T00:00:00.000Z");
const seenUnitPriceFen = 9_900n;

let owner: CartOwner;
beforeEach(() => {
  owner = { merchantId: a.merchantId, visitorId: crypto.randomUUID(), customerId: null };
});
const read = (who: CartOwner) => inMerchant(who.merchantId, (tx) => getCart(tx, who));
const add = (who: CartOwner, skuId: string, quantity: unknown) =>
  addToCart(who, { skuId, quantity, seenUnitPriceFen }, now);

test("a browser that was never seen gets a cart, and the same thing twice is one line", async () => {
  expect(await add(owner, sku, 2)).toEqual({ ok: true });
  expect(await add(owner, sku, "3")).toEqual({ ok: true });
  const { lines, count } = await read(owner);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ skuId: sku, quantity: 5, state: "as_seen", left: 100 });
  expect(count).toBe(5);
  expect(await inMerchant(a.merchantId, (tx) => countCart(tx, owner))).toBe(5);
});

test.each([0, -1, 1.5, 2 ** 53, 1000, "", "1e2", " 3", null, undefined, true, [1]])(
  "%j is no quantity",
  async (quantity) => {
    expect(await add(owner, sku, quantity)).toEqual({ ok: false, reason: "bad_quantity" });
    await add(owner, sku, 1);
    expect(await setQuantity(owner, { skuId: sku, quantity })).toEqual({
      ok: false,
      reason: "bad_quantity",
    });
    expect((await read(owner)).count).toBe(1);
  },
);

test("two taps at once count one after the other", async () => {
  const taps = await Promise.all(Array.from({ length: 6 }, () => add(owner, sku, 1)));
  expect(taps.every(({ ok }) => ok)).toBe(true);
  expect((await read(owner)).lines).toMatchObject([{ quantity: 6 }]);
});

test("no more goes into the cart than the shop has", async () => {
  expect(await add(owner, sku, 60)).toEqual({ ok: true });
  expect(await add(owner, sku, 41)).toEqual({
    ok: false,
    reason: "too_few_left",
    left: 100,
    inCart: 60,
  });
  expect(await setQuantity(owner, { skuId: sku, quantity: 101 })).toEqual({
    ok: false,
    reason: "too_few_left",
    left: 100,
  });
  expect((await read(owner)).count).toBe(60);
});

test("what changed since is said: dearer, cheaper, taken down", async () => {
  await addToCart(owner, { skuId: sku, quantity: 1, seenUnitPriceFen: 9_800n }, now);
  await addToCart(owner, { skuId: otherProduct, quantity: 1, seenUnitPriceFen: 12_900n }, now);
  await addToCart(owner, { skuId: sister, quantity: 1, seenUnitPriceFen: 19_900n }, now);
  await inMerchant(a.merchantId, (tx) =>
    tx.sku.updateMany({
      where: { merchantId: a.merchantId, id: sister },
      data: { isActive: false },
    }),
  );
  const states = new Map((await read(owner)).lines.map(({ skuId, state }) => [skuId, state]));
  expect(states.get(sku)).toBe("price_rose");
  expect(states.get(otherProduct)).toBe("price_fell");
  expect(states.get(sister)).toBe("taken_down");
  expect(await add(owner, sister, 1)).toEqual({ ok: false, reason: "sku_gone" });
  expect(await setQuantity(owner, { skuId: sister, quantity: 2 })).toMatchObject({
    reason: "sku_gone",
  });
  await inMerchant(a.merchantId, (tx) =>
    tx.sku.updateMany({
      where: { merchantId: a.merchantId, id: sister },
      data: { isActive: true },
    }),
  );
});

test("another merchant's things and another browser's cart are out of reach", async () => {
  await add(owner, sku, 1);
  expect(await add(owner, b.skuIds[0], 1)).toEqual({ ok: false, reason: "sku_gone" });
  const foreign: CartOwner = { ...owner, merchantId: b.merchantId };
  expect(await read(foreign)).toEqual({ lines: [], count: 0 });
  const stranger: CartOwner = { ...owner, visitorId: crypto.randomUUID() };
  expect(await setQuantity(stranger, { skuId: sku, quantity: 9 })).toMatchObject({
    reason: "not_found",
  });
  await removeFromCart(stranger, sku);
  await removeFromCart(foreign, sku);
  expect((await read(owner)).count).toBe(1);
});

test("removing twice is no fault", async () => {
  await add(owner, sku, 2);
  await removeFromCart(owner, sku);
  await removeFromCart(owner, sku);
  expect(await read(owner)).toEqual({ lines: [], count: 0 });
});

test("a cart takes a hundred different things and no more", async () => {
  await add(owner, sku, 1);
  await inMerchant(a.merchantId, async (tx) => {
    const { merchantId } = a;
    const cart = await tx.cart.findFirstOrThrow({
      where: { merchantId, visitorId: owner.visitorId },
    });
    const extra = Array.from({ length: 99 }, (_, index) => ({ id: newId(), index }));
    await tx.sku.createMany({
      data: extra.map(({ id, index }) => ({
        merchantId,
        id,
        productId: a.productIds[0],
        code: `extra-${id}`,
        unitPriceFen: 100n,
        position: 10 + index,
      })),
    });
    await tx.cartItem.createMany({
      data: extra.map(({ id: skuId }) => ({
        merchantId,
        cartId: cart.id,
        skuId,
        quantity: 1,
        seenUnitPriceFen: 100n,
        addedAt: now,
      })),
    });
  });
  expect(await add(owner, otherProduct, 1)).toEqual({ ok: false, reason: "cart_full" });
  expect(await add(owner, sku, 1)).toEqual({ ok: true });
});

test("signing in takes the browser's cart along once, the larger quantity of each", async () => {
  const { customerId } = a.level1;
  const customer: CartOwner = { ...owner, customerId };
  await add(customer, sku, 5);
  await add(customer, otherProduct, 1);
  await add(owner, sku, 2);
  await add(owner, otherProduct, 4);
  await add(owner, sister, 1);
  const merge = () =>
    inMerchant(a.merchantId, (tx) =>
      mergeCart(tx, { merchantId: a.merchantId, visitorId: owner.visitorId, customerId, now }),
    );
  await merge();
  await merge();
  const quantities = new Map(
    (await read(customer)).lines.map((line) => [line.skuId, line.quantity]),
  );
  expect(quantities).toEqual(
    new Map([
      [sku, 5],
      [otherProduct, 4],
      [sister, 1],
    ]),
  );
  expect(await read(owner)).toEqual({ lines: [], count: 0 });
});
