import { beforeAll, expect, test } from "vitest";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import {
  addAddress,
  addRule,
  payTestOrder,
  placeTestOrder,
  type TestOrder,
} from "@/e2e/order-fixtures";
import { endRefund, startRefund } from "@/e2e/refund-fixtures";
import { addClick, addCustomer, addDistributor, addLink } from "@/e2e/share-fixtures";
import { bindFromClicks } from "@/features/bindings/commands/bind-from-clicks";
import { confirmReceipt } from "@/features/orders/commands/confirm-receipt";
import { receiveOverdueOrders } from "@/features/orders/commands/receive-overdue-orders";
import { shipOrder } from "@/features/orders/commands/ship-order";
import { countOrdersByState } from "@/features/orders/queries/count-orders-by-state";
import { getCustomerOrder } from "@/features/orders/queries/get-customer-order";
import { getOrder } from "@/features/orders/queries/get-order";
import { listCustomerOrders } from "@/features/orders/queries/list-customer-orders";
import { listOrders } from "@/features/orders/queries/list-orders";
import { inMerchant } from "@/lib/db/in-merchant";

const start = new Date("2026-03-01T02:00:00.000Z");
const day = (days: number) => new Date(start.getTime() + days * 86_400_000);

let a: TestMerchant;
let b: TestMerchant;
beforeAll(async () => {
  ({ a, b } = await testMerchants());
  await addRule(a, { level: 1, rateBps: 1_000 }, day(-10));
});

const parcel = { carrier: "顺丰速运", trackingNo: "SF1234567890" };
const staffOf = ({ merchantId, ownerId }: TestMerchant) => ({ merchantId, staffId: ownerId });

async function friend() {
  const { customerId, visitorId } = await addCustomer(a);
  const linkId = await addLink(a, a.level1.customerId);
  await addClick(a, { linkId, visitorId, clickedAt: day(-1) });
  return { ...(await addAddress(a, customerId)), visitorId };
}

function place(buyer: { customerId: string; addressId: string }, at = day(0)): Promise<TestOrder> {
  return placeTestOrder(a, buyer, [{ skuId: a.skuIds[0], quantity: 1 }], at);
}

function seenByStaff({ orderNo }: TestOrder) {
  return inMerchant(a.merchantId, (tx) => getOrder(tx, a.merchantId, orderNo));
}

test("an order is shipped once it is paid, received once it is shipped, and every step once", async () => {
  const buyer = await friend();
  const order = await place(buyer);
  const { orderNo } = order;
  const scope = { merchantId: a.merchantId, customerId: buyer.customerId };
  const ship = () => shipOrder(staffOf(a), { orderNo, ...parcel }, day(1));
  const confirm = () => confirmReceipt(scope, orderNo, day(3));
  expect(await ship()).toEqual({ ok: false, reason: "not_paid" });
  await payTestOrder(a, order, day(0));
  expect(await confirm()).toEqual({ ok: false, reason: "not_shipped" });
  const shipped = await Promise.all([ship(), ship(), ship()]);
  expect(shipped.filter(({ ok }) => ok)).toHaveLength(1);
  const received = await Promise.all([confirm(), confirm(), confirm()]);
  expect(received.filter(({ ok }) => ok)).toHaveLength(1);

  const mine = await inMerchant(a.merchantId, (tx) =>
    getCustomerOrder(tx, { ...scope, orderNo, now: day(3) }),
  );
  expect(mine).toMatchObject({ state: "received", nextStep: "nothing", ...parcel });
  expect(mine?.moments.map(({ kind }) => kind)).toEqual(["placed", "paid", "shipped", "received"]);
  const staff = await seenByStaff(order);
  const actions = staff?.timeline.map(({ action, actorKind }) => `${action} by ${actorKind}`);
  expect(actions).toEqual([
    "order.place by customer",
    "order.pay by wechat",
    "order.ship by staff",
    "order.receive by customer",
  ]);
  // Seven days of holding begin with the receipt.
  expect(staff?.commissions[0]?.availableAt).toEqual(day(10));
});

test("nobody confirms, so the order counts as received ten days after it was shipped, not before", async () => {
  const buyer = await friend();
  const order = await place(buyer);
  await payTestOrder(a, order, day(0));
  await shipOrder(staffOf(a), { orderNo: order.orderNo, ...parcel }, day(1));
  const { merchantId } = a;
  const question = {
    merchantId,
    customerId: buyer.customerId,
    orderNo: order.orderNo,
    now: day(1),
  };
  const shipped = await inMerchant(merchantId, (tx) => getCustomerOrder(tx, question));
  expect(shipped).toMatchObject({ nextStep: "confirm_receipt", receivesItselfAt: day(11) });
  const justBefore = new Date(day(11).getTime() - 1);
  const run = (now: Date) => receiveOverdueOrders(merchantId, { now, limit: 10 });
  expect(await run(justBefore)).toEqual({ received: 0 });
  const runs = await Promise.all([run(day(11)), run(day(11))]);
  expect(runs.reduce((sum, { received }) => sum + received, 0)).toBe(1);
  expect((await seenByStaff(order))?.commissions[0]?.availableAt).toEqual(day(18));
});

test("another merchant's staff and other customers do not find the order", async () => {
  const buyer = await friend();
  const order = await place(buyer);
  await payTestOrder(a, order, day(0));
  const input = { orderNo: order.orderNo, ...parcel };
  const notFound = { ok: false, reason: "not_found" };
  expect(await shipOrder(staffOf(b), input, day(1))).toEqual(notFound);
  await shipOrder(staffOf(a), input, day(1));
  expect(await confirmReceipt(b.scope(), order.orderNo, day(2))).toEqual(notFound);
  expect(await confirmReceipt(a.scope(), order.orderNo, day(2))).toEqual(notFound);
});

test("a new binding, a new rule and a new price between checkout and payment change nothing of the order", async () => {
  const buyer = await friend();
  const order = await place(buyer);
  const rival = await addDistributor(a);
  const linkId = await addLink(a, rival.customerId);
  await addClick(a, { linkId, visitorId: buyer.visitorId, clickedAt: day(20) });
  const { merchantId } = a;
  await inMerchant(merchantId, (tx) =>
    bindFromClicks(tx, { merchantId, customerId: buyer.customerId, now: day(21) }),
  );
  await addRule(a, { level: 1, rateBps: 2_500 }, day(21));
  const setPrice = (fen: number) =>
    asSuperuser((db) =>
      db.query("update sku set unit_price_fen = $2 where id = $1", [a.skuIds[0], fen]),
    );
  await setPrice(20_000);
  await payTestOrder(a, order, day(21));
  await setPrice(9_900);
  expect(await seenByStaff(order)).toMatchObject({
    payableFen: 9_900n,
    level1: { distributorId: a.level1.distributorId },
    commissions: [
      { level: 1, distributorId: a.level1.distributorId, rateBps: 1_000, commissionFen: 990n },
    ],
  });
});

test("lists page by a cursor without gap or doubling, and find by state, day, text and distributor", async () => {
  const buyer = await friend();
  const placed: string[] = [];
  // Five of the same moment: the id breaks the tie.
  for (let index = 0; index < 25; index += 1) {
    placed.push((await place(buyer, day(30 + Math.floor(index / 5)))).orderNo);
  }
  const { merchantId } = a;
  const scope = { merchantId, customerId: buyer.customerId, now: day(30) };
  const mine: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await inMerchant(merchantId, (tx) => listCustomerOrders(tx, { ...scope, cursor }));
    mine.push(...page.orders.map(({ orderNo }) => orderNo));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(mine).toHaveLength(25);
  expect(new Set(mine)).toEqual(new Set(placed));

  const find = (filter: Parameters<typeof listOrders>[2]) =>
    inMerchant(merchantId, (tx) => listOrders(tx, merchantId, filter));
  const first = await find({ from: "2026-03-31" });
  expect(first.orders).toHaveLength(20);
  const second = await find({ from: "2026-03-31", cursor: first.nextCursor ?? "" });
  expect(second).toMatchObject({ nextCursor: null });
  expect(second.orders).toHaveLength(5);
  expect((await find({ from: "2026-04-01", until: "2026-04-01" })).orders).toHaveLength(5);
  expect((await find({ text: placed[0] ?? "" })).orders).toMatchObject([{ orderNo: placed[0] }]);
  for (const text of ["王小", "0013800", "%", "_"]) {
    const { orders } = await find({ text, from: "2026-03-31" });
    expect(orders.length > 0, text).toBe(text === "王小" || text === "0013800");
  }
  const { distributorId } = a.level1;
  expect((await find({ distributorId, state: "received" })).orders).toHaveLength(2);
  const counts = await inMerchant(merchantId, (tx) => countOrdersByState(tx, merchantId));
  expect(counts).toMatchObject({ awaiting_payment: 25, received: 2, closed: 0 });
  expect(await inMerchant(b.merchantId, (tx) => listOrders(tx, b.merchantId, {}))).toEqual({
    orders: [],
    nextCursor: null,
  });
});

test("an order that is being refunded whole is not shipped until that refund has come to nothing; a part of one is", async () => {
  const ship = ({ orderNo }: TestOrder) => shipOrder(staffOf(a), { orderNo, ...parcel }, day(1));
  const paid = async () => {
    const order = await placeTestOrder(
      a,
      await friend(),
      [{ skuId: a.skuIds[0], quantity: 2 }],
      day(0),
    );
    await payTestOrder(a, order, day(0));
    return order;
  };
  const [part, whole] = [await paid(), await paid()];
  const line = { lineNo: 1, quantity: 1, amountFen: 9_900n };
  await startRefund(a, part, { lines: [line] }, day(1));
  expect(await ship(part)).toEqual({ ok: true });
  const all = { lines: [{ ...line, quantity: 2, amountFen: 19_800n }] };
  const refund = await startRefund(a, whole, all, day(1));
  expect(await ship(whole)).toEqual({ ok: false, reason: "refunding" });
  expect(await seenByStaff(whole)).toMatchObject({ state: "paid", trackingNo: "" });
  await endRefund(a, refund, day(1), "CLOSED");
  expect(await ship(whole)).toEqual({ ok: true });
});
