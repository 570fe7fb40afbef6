import { beforeAll, expect, test } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import {
  addAddress,
  addFreeFreight,
  deliverTestOrder,
  payTestOrder,
  placeTestOrder,
  type TestOrder,
} from "@/e2e/order-fixtures";
import { askForRefund, endRefund } from "@/e2e/refund-fixtures";
import { addCustomer } from "@/e2e/share-fixtures";
import { answerNps } from "@/features/reviews/commands/answer-nps";
import { answerReview } from "@/features/reviews/commands/answer-review";
import { hideReview } from "@/features/reviews/commands/hide-review";
import { publishReview } from "@/features/reviews/commands/publish-review";
import { saveReview } from "@/features/reviews/commands/save-review";
import { withdrawReview } from "@/features/reviews/commands/withdraw-review";
import { countProductStars } from "@/features/reviews/queries/count-product-stars";
import { getReview } from "@/features/reviews/queries/get-review";
import { getReviewSheet } from "@/features/reviews/queries/get-review-sheet";
import { listProductReviews } from "@/features/reviews/queries/list-product-reviews";
import { listReviews } from "@/features/reviews/queries/list-reviews";
import { inMerchant } from "@/lib/db/in-merchant";

const start = new Date("2026-03-01T02:00:00.000Z");
const day = (days: number) => new Date(start.getTime() + days * 86_400_000);

let a: TestMerchant;
let b: TestMerchant;
beforeAll(async () => {
  ({ a, b } = await testMerchants());
  await addFreeFreight(a);
});

const staffOf = ({ merchantId, ownerId }: TestMerchant) => ({ merchantId, staffId: ownerId });
const scopeOf = ({ customerId }: { customerId: string }) => ({
  merchantId: a.merchantId,
  customerId,
});

async function newBuyer(nickname = "林晓月") {
  const { customerId } = await addCustomer(a, nickname);
  return addAddress(a, customerId);
}

async function buy(
  buyer: { customerId: string; addressId: string },
  at = day(0),
): Promise<TestOrder> {
  const lines = [
    { skuId: a.skuIds[0], quantity: 1 },
    { skuId: a.skuIds[1], quantity: 1 },
  ];
  const order = await placeTestOrder(a, buyer, lines, at);
  await payTestOrder(a, order, at);
  return order;
}

async function received(at = day(1), nickname?: string): Promise<TestOrder> {
  const order = await buy(await newBuyer(nickname), at);
  await deliverTestOrder(a, order, at);
  return order;
}

const say = (order: TestOrder, input: { lineNo: number; score: number; content: string }) =>
  saveReview(scopeOf(order), order.orderNo, input, day(2));
const good = { lineNo: 1, score: 5, content: "粽叶很香，糯米软糯。" };

const starsOf = (productId: string) =>
  inMerchant(a.merchantId, (tx) => countProductStars(tx, { merchantId: a.merchantId, productId }));
const wordsOf = async (productId: string) => {
  const question = { merchantId: a.merchantId, productId, limit: 50 };
  return (await inMerchant(a.merchantId, (tx) => listProductReviews(tx, question))).reviews;
};
const sheetOf = (order: TestOrder, now = day(2)) =>
  inMerchant(a.merchantId, (tx) =>
    getReviewSheet(tx, { ...scopeOf(order), orderNo: order.orderNo, now }),
  );
const reviewOf = async (order: TestOrder, lineNo = 1) => {
  const { merchantId } = a;
  const { reviews } = await inMerchant(merchantId, (tx) =>
    listReviews(tx, { merchantId, filter: {} }),
  );
  const found = reviews.filter(({ orderNo }) => orderNo === order.orderNo);
  const one = found.find(({ productId }) => productId === a.productIds[lineNo - 1]);
  if (!one) throw new Error("no review");
  return one;
};

test("only the buyer of a line that has arrived reviews it; another customer's order is not found", async () => {
  const order = await buy(await newBuyer());
  expect(await say(order, good)).toEqual({ ok: false, reason: "not_received" });
  await deliverTestOrder(a, order, day(1));
  const stranger = scopeOf(await newBuyer());
  const notFound = { ok: false, reason: "not_found" };
  expect(await saveReview(stranger, order.orderNo, good, day(2))).toEqual(notFound);
  expect(await saveReview(b.scope(), order.orderNo, good, day(2))).toEqual(notFound);
  expect(await say(order, { ...good, lineNo: 3 })).toEqual(notFound);
  expect(await say(order, good)).toEqual({ ok: true, state: "waiting" });
  const question = { ...stranger, orderNo: order.orderNo, now: day(2) };
  expect(await inMerchant(a.merchantId, (tx) => getReviewSheet(tx, question))).toBe(null);
});

test("a line is reviewed once, however often it is sent at once; words may change until staff decide", async () => {
  const order = await received();
  const before = await starsOf(a.productIds[0]);
  const sent = await Promise.all([say(order, good), say(order, good), say(order, good)]);
  expect(sent.every(({ ok }) => ok)).toBe(true);
  expect((await starsOf(a.productIds[0]))[4]).toBe(before[4] + 1);
  expect(await say(order, { ...good, score: 3 })).toEqual({ ok: true, state: "waiting" });
  expect((await sheetOf(order))?.lines[0]).toMatchObject({ isOpen: false, review: { score: 3 } });
  const { reviewId } = await reviewOf(order);
  expect(await publishReview(staffOf(a), reviewId, day(3))).toEqual({ ok: true });
  expect(await say(order, good)).toEqual({ ok: false, reason: "already_decided" });
  expect((await reviewOf(order)).score).toBe(3);
});

test("words stand in the mall only while they are published, under a masked name; stars count all the same", async () => {
  const order = await received(day(1), "欧阳小满");
  const [, productId] = a.productIds;
  const bad = { lineNo: 2, score: 1, content: "盒子压坏了，店家的电话是 138。" };
  expect(await say(order, bad)).toEqual({ ok: true, state: "waiting" });
  const seen = async () =>
    (await wordsOf(productId)).filter(({ content }) => content === bad.content);
  expect(await seen()).toEqual([]);
  expect(await starsOf(productId)).toEqual([1, 0, 0, 0, 0]);
  const { reviewId } = await reviewOf(order, 2);
  await publishReview(staffOf(a), reviewId, day(3));
  expect(await answerReview(staffOf(a), { reviewId, answer: "已补寄。" }, day(3))).toEqual({
    ok: true,
  });
  expect(await seen()).toMatchObject([{ score: 1, maskedName: "欧**", answer: "已补寄。" }]);
  const hide = { reviewId, hideReason: "privacy" as const };
  expect(await hideReview(staffOf(a), hide, day(4))).toEqual({ ok: true });
  expect(await seen()).toEqual([]);
  expect(await starsOf(productId)).toEqual([1, 0, 0, 0, 0]);
  const refused = { ok: false, reason: "not_published" };
  expect(await answerReview(staffOf(a), { reviewId, answer: "再答" }, day(4))).toEqual(refused);
});

test("stars without words wait for nobody and cannot be hidden", async () => {
  const order = await received();
  expect(await say(order, { lineNo: 1, score: 4, content: "" })).toEqual({
    ok: true,
    state: "published",
  });
  const { reviewId } = await reviewOf(order);
  const hide = { reviewId, hideReason: "abuse" as const };
  const changed = { ok: false, reason: "changed_meanwhile" };
  expect(await hideReview(staffOf(a), hide, day(3))).toEqual(changed);
});

test("a withdrawn review leaves neither words nor stars, and its line cannot be reviewed again", async () => {
  const order = await received();
  const before = await starsOf(a.productIds[0]);
  await say(order, good);
  const { reviewId } = await reviewOf(order);
  await publishReview(staffOf(a), reviewId, day(3));
  const where = { orderNo: order.orderNo, lineNo: 1 };
  const stranger = scopeOf(await newBuyer());
  const notFound = { ok: false, reason: "not_found" };
  expect(await withdrawReview(stranger, where, day(4))).toEqual(notFound);
  expect(await withdrawReview(scopeOf(order), where, day(4))).toEqual({ ok: true });
  expect(await withdrawReview(scopeOf(order), where, day(4))).toEqual(notFound);
  expect(await starsOf(a.productIds[0])).toEqual(before);
  expect(await say(order, good)).toEqual({ ok: false, reason: "already_decided" });
  expect((await sheetOf(order))?.lines[0]).toMatchObject({
    isOpen: false,
    review: { content: "", canChange: false },
  });
});

test("what went back whole is not asked about, the rest of the order is", async () => {
  const order = await received();
  const line = { lineNo: 1, quantity: 1, amountFen: 9_900n, restockQuantity: 0 };
  const asked = await askForRefund(a, order, { lines: [line], seenRefundedFen: 0n }, day(2));
  if (!asked.ok) throw new Error(asked.reason);
  await endRefund(a, { order, outRefundNo: asked.outRefundNo, amountFen: 9_900n }, day(2));
  expect((await sheetOf(order))?.lines.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  expect(await say(order, good)).toEqual({ ok: false, reason: "line_refunded" });
});

test("staff of another merchant see and decide nothing", async () => {
  const order = await received();
  await say(order, good);
  const { reviewId } = await reviewOf(order);
  const { merchantId } = b;
  expect(await inMerchant(merchantId, (tx) => getReview(tx, { merchantId, reviewId }))).toBe(null);
  const changed = { ok: false, reason: "changed_meanwhile" };
  expect(await publishReview(staffOf(b), reviewId, day(3))).toEqual(changed);
  expect(await hideReview(staffOf(b), { reviewId, hideReason: "abuse" }, day(3))).toEqual(changed);
  const unpublished = { ok: false, reason: "not_published" };
  expect(await answerReview(staffOf(b), { reviewId, answer: "x" }, day(3))).toEqual(unpublished);
  expect((await reviewOf(order)).state).toBe("waiting");
});

test("the question for recommendation is answered once per order and once in 90 days, also at once", async () => {
  const buyer = await newBuyer();
  const [first, second] = [await buy(buyer), await buy(buyer)];
  const answer = (order: TestOrder, at: Date) =>
    answerNps(scopeOf(buyer), order.orderNo, { score: 9, content: "" }, at);
  expect(await answer(first, day(1))).toEqual({ ok: false, reason: "not_received" });
  await deliverTestOrder(a, first, day(1));
  await deliverTestOrder(a, second, day(1));
  expect(await answerNps(b.scope(), first.orderNo, { score: 9, content: "" }, day(2))).toEqual({
    ok: false,
    reason: "not_found",
  });
  expect((await sheetOf(first))?.asksNps).toBe(true);
  const both = await Promise.all([answer(first, day(2)), answer(second, day(2))]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const [answered, other] = both[0]?.ok ? [first, second] : [second, first];
  const lately = { ok: false, reason: "answered_lately" };
  const almost = new Date(day(92).getTime() - 1);
  expect((await sheetOf(other, almost))?.asksNps).toBe(false);
  expect(await answer(other, almost)).toEqual(lately);
  expect((await sheetOf(other, day(92)))?.asksNps).toBe(true);
  expect(await answer(answered, day(92))).toEqual(lately);
  expect(await answer(other, day(92))).toEqual({ ok: true });
});
