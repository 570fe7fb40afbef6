import { beforeAll, expect, test } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import { placeTestOrder } from "@/e2e/order-fixtures";
import { cancelOrder } from "@/features/orders/commands/cancel-order";
import { storePrepay } from "@/features/payments/commands/store-prepay";
import { inMerchant } from "@/lib/db/in-merchant";

const now = new Date();
const usableUntil = new Date(now.getTime() + 60_000);

let a: TestMerchant;
beforeAll(async () => {
  ({ a } = await testMerchants());
});

async function newPayment() {
  const order = await placeTestOrder(a, a.buyer, [{ skuId: a.skuIds[0], quantity: 1 }], now);
  const { id } = await inMerchant(a.merchantId, (tx) =>
    tx.payment.findFirstOrThrow({ where: { orderId: order.orderId }, select: { id: true } }),
  );
  return { paymentId: id, orderNo: order.orderNo };
}

test("of prepay ids that come back at once the first is kept, and everybody gets that one", async () => {
  const { paymentId } = await newPayment();
  const stored = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      storePrepay(a.merchantId, { paymentId, prepayId: `wx${index}`, usableUntil, now }),
    ),
  );
  const ids = new Set(stored.map((result) => (result.ok ? result.prepayId : result.reason)));
  expect(ids.size).toBe(1);
});

test("a prepay id that has run out gives way to the next", async () => {
  const { paymentId } = await newPayment();
  const store = (prepayId: string, at: Date) =>
    storePrepay(a.merchantId, {
      paymentId,
      prepayId,
      usableUntil: new Date(at.getTime() + 60_000),
      now: at,
    });
  await store("wx1", now);
  const justUsable = new Date(now.getTime() + 2 * 3_600_000 - 60_001);
  expect(await store("wx2", justUsable)).toEqual({ ok: true, prepayId: "wx1" });
  const runOut = new Date(now.getTime() + 2 * 3_600_000 - 60_000);
  expect(await store("wx3", runOut)).toEqual({ ok: true, prepayId: "wx3" });
});

test("the number of an order that was closed while WeChat was asked is not handed out", async () => {
  const { paymentId, orderNo } = await newPayment();
  await cancelOrder(a.scope(), orderNo, now);
  const prepay = { paymentId, prepayId: "wx1", usableUntil, now };
  expect(await storePrepay(a.merchantId, prepay)).toEqual({ ok: false, reason: "taken_back" });
});
