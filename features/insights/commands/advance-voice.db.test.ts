import { beforeAll, expect, test } from "vitest";
import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import {
  addAddress,
  addFreeFreight,
  payTestOrder,
  placeTestOrder,
  type TestOrder,
} from "@/e2e/order-fixtures";
import { endRefund, startRefund } from "@/e2e/refund-fixtures";
import { addCustomer } from "@/e2e/share-fixtures";
import { advanceVoice } from "@/features/insights/commands/advance-voice";
import { listProductStars } from "@/features/insights/queries/list-product-stars";
import { readVoice } from "@/features/insights/queries/read-voice";
import { confirmReceipt } from "@/features/orders/commands/confirm-receipt";
import { shipOrder } from "@/features/orders/commands/ship-order";
import { answerNps } from "@/features/reviews/commands/answer-nps";
import { saveReview } from "@/features/reviews/commands/save-review";
import { withdrawReview } from "@/features/reviews/commands/withdraw-review";
import { inMerchant } from "@/lib/db/in-merchant";

/** Eight in the morning in Shanghai on the last day of January: the hours of a day cross its border. */
const start = new Date("2026-01-31T00:00:00.000Z");
const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const firstDay = shanghaiDay(start);

let a: TestMerchant;
let b: TestMerchant;
beforeAll(async () => {
  ({ a, b } = await testMerchants());
  await addFreeFreight(a);
});

/** An order by somebody new, paid at that hour and shipped `shipAfter` hours later, then received. */
async function sell(hour: number, shipAfter: number): Promise<TestOrder> {
  const { customerId } = await addCustomer(a, "林晓月");
  const buyer = await addAddress(a, customerId);
  const order = await placeTestOrder(a, buyer, [{ skuId: a.skuIds[0], quantity: 1 }], at(hour));
  await payTestOrder(a, order, at(hour));
  const { merchantId, ownerId } = a;
  const { orderNo } = order;
  const parcel = { orderNo, carrier: "顺丰速运", trackingNo: "SF1234567890" };
  await shipOrder({ merchantId, staffId: ownerId }, parcel, at(hour + shipAfter));
  await confirmReceipt({ merchantId, customerId }, orderNo, at(hour + shipAfter + 1));
  return order;
}

const scopeOf = ({ customerId }: TestOrder) => ({ merchantId: a.merchantId, customerId });
const review = (order: TestOrder, score: number, hour: number) =>
  saveReview(scopeOf(order), order.orderNo, { lineNo: 1, score, content: "" }, at(hour));
const recommend = (order: TestOrder, score: number, hour: number) =>
  answerNps(scopeOf(order), order.orderNo, { score, content: "" }, at(hour));
async function refund(order: TestOrder, kind: "quality" | "changed_mind", hour: number) {
  const lines = [{ lineNo: 1, amountFen: 100n }];
  await endRefund(a, await startRefund(a, order, { lines, kind }, at(hour)), at(hour));
}
const advance = (hour: number) => advanceVoice(a.merchantId, at(hour));

const window = { from: firstDay, to: addDays(firstDay, 40) };
const days = Array.from({ length: 40 }, (_, index) => ({
  from: addDays(firstDay, index),
  to: addDays(firstDay, index + 1),
}));
const whole = { kind: "all", key: "" } as const;
const voices = ({ merchantId }: TestMerchant) =>
  inMerchant(merchantId, (tx) =>
    readVoice(tx, { merchantId, slice: whole, windows: [window, ...days] }),
  );
const products = () =>
  inMerchant(a.merchantId, (tx) =>
    listProductStars(tx, { merchantId: a.merchantId, window, among: null, limit: 10 }),
  );

test("what is kept up equals what is recomputed, with late refunds, withdrawals and changed minds", async () => {
  const orders: TestOrder[] = [];
  for (const [hour, shipAfter] of [
    [0, 10],
    [15, 48],
    [16, 49],
    [30, 5],
  ] as const) {
    orders.push(await sell(hour, shipAfter));
  }
  const [first, second, third, fourth] = orders;
  if (!first || !second || !third || !fourth) throw new Error("four orders");
  await advance(50);
  await review(first, 2, 60);
  await review(second, 5, 70);
  await recommend(first, 3, 60);
  await recommend(second, 10, 70);
  await advance(80);
  // Long after: each of these changes a day that is over.
  await review(first, 4, 300);
  await withdrawReview(scopeOf(second), { orderNo: second.orderNo, lineNo: 1 }, at(310));
  await refund(third, "quality", 320);
  await refund(fourth, "changed_mind", 330);
  await review(third, 1, 800);
  const { days: renewed } = await advance(900);
  expect(renewed).toBeGreaterThan(3);

  const kept = { voices: await voices(a), products: await products() };
  expect(kept.voices[0]).toEqual({
    npsCounts: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1],
    stars: [1, 0, 0, 1, 0],
    paidOrders: 4,
    refundedOrders: 2,
    complaintOrders: 1,
    shippedOrders: 4,
    lateOrders: 1,
  });
  expect(kept.products).toMatchObject([{ productId: a.productIds[0], stars: [1, 0, 0, 1, 0] }]);
  // 16:00 UTC is midnight in Shanghai: hour 15 is the 31st of January, hour 16 the 1st of February.
  expect(kept.voices.slice(1, 3).map(({ paidOrders }) => paidOrders)).toEqual([2, 2]);

  await asSuperuser(async (db) => {
    for (const table of ["day_voice", "day_product_stars", "month_product_stars"]) {
      await db.query(`delete from ${table}`);
    }
  });
  await advance(901);
  expect({ voices: await voices(a), products: await products() }).toEqual(kept);
  await advance(902);
  expect({ voices: await voices(a), products: await products() }).toEqual(kept);
});

test("another merchant hears none of it", async () => {
  await advanceVoice(b.merchantId, at(950));
  const [voice] = await voices(b);
  expect(voice).toMatchObject({ paidOrders: 0, stars: [0, 0, 0, 0, 0] });
});
