import { expect, test } from "vitest";
import { measureVoice } from "@/domain/metrics/voice";
import { testMerchants } from "@/e2e/database";
import {
  addAddress,
  addFreeFreight,
  addFriend,
  deliverTestOrder,
  payTestOrder,
  placeTestOrder,
} from "@/e2e/order-fixtures";
import { addCustomer } from "@/e2e/share-fixtures";
import { advanceVoice } from "@/features/insights/commands/advance-voice";
import { askWordOfMouthBoard } from "@/features/insights/queries/ask-word-of-mouth-board";
import { listVoiceOrders } from "@/features/insights/queries/list-voice-orders";
import { readBoardRequest } from "@/features/insights/schema";
import { answerNps } from "@/features/reviews/commands/answer-nps";
import { saveReview } from "@/features/reviews/commands/save-review";
import { listNpsAnswers } from "@/features/reviews/queries/list-nps-answers";
import { listReviews } from "@/features/reviews/queries/list-reviews";
import { inMerchant } from "@/lib/db/in-merchant";

const { a } = await testMerchants();
const { merchantId } = a;
type Buyer = Parameters<typeof placeTestOrder>[1];
const start = new Date("2026-03-02T10:00:00+08:00");
const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const now = at(200);

/** Paid at the start, shipped and received so many hours later, then spoken of. */
async function sell(buyer: Buyer, sku: number, shippedAfter: number, said: [number, number]) {
  const line = { skuId: a.skuIds[sku] ?? "", quantity: 1 };
  const order = await placeTestOrder(a, buyer, [line], start);
  await payTestOrder(a, order, start);
  await deliverTestOrder(a, order, at(shippedAfter));
  const scope = { merchantId, customerId: buyer.customerId };
  const [stars, score] = said;
  const review = { lineNo: 1, score: stars, content: "" };
  await saveReview(scope, order.orderNo, review, at(shippedAfter + 1));
  await answerNps(scope, order.orderNo, { score, content: "" }, at(shippedAfter + 2));
}

await addFreeFreight(a);
const stranger = await addAddress(a, (await addCustomer(a)).customerId);
await sell(await addFriend(a, at(-1)), 0, 60, [5, 10]);
await sell(await addFriend(a, at(-1)), 1, 10, [2, 3]);
await sell(stranger, 0, 10, [4, 8]);
const waits = await placeTestOrder(a, stranger, [{ skuId: a.skuIds[0], quantity: 1 }], start);
await payTestOrder(a, waits, start);
await advanceVoice(merchantId, now);

async function ask(slice: string) {
  const request = readBoardRequest({ from: "2026-03-01", until: "2026-03-31", slice }, now);
  if (!request.ok) throw new Error(request.reason);
  return inMerchant(merchantId, async (tx) => {
    const board = await askWordOfMouthBoard(tx, { merchantId, request, now });
    const days = { from: "2026-03-01", until: "2026-03-31", ...(slice ? { slice } : {}) };
    const ordersIn = async (list: "late" | "overdue") => {
      const asked = { merchantId, slice: request.slice, window: request.window, list, now };
      return (await listVoiceOrders(tx, asked)).orders.length;
    };
    const { reviews } = await listReviews(tx, { merchantId, filter: days });
    const { answers } = await listNpsAnswers(tx, { merchantId, filter: days });
    const shown = { reviews: measureVoice("reviewCount", board.current).value };
    const behind = { reviews: reviews.length };
    if (!board.knowsOrders) return { board, shown, behind, said: answers.length };
    return {
      board,
      shown: {
        ...shown,
        answers: measureVoice("npsAnswers", board.current).value,
        late: board.current.lateOrders,
        ...(board.overdue === null ? {} : { overdue: board.overdue }),
      },
      behind: {
        ...behind,
        answers: answers.length,
        late: await ordersIn("late"),
        ...(board.overdue === null ? {} : { overdue: await ordersIn("overdue") }),
      },
      said: answers.length,
    };
  });
}

const distributor = `distributor:${a.level1.distributorId}`;

test.each([
  ["", { reviews: 3, answers: 3, late: 1, overdue: 1 }],
  ["channel:card", { reviews: 2, answers: 2, late: 1 }],
  ["channel:direct", { reviews: 1, answers: 1, late: 0 }],
  ["region:浙江省", { reviews: 3, answers: 3, late: 1 }],
  ["region:云南省", { reviews: 0, answers: 0, late: 0 }],
  [distributor, { reviews: 2, answers: 2, late: 1 }],
])(
  "what is said and late in the part %j, and overdue in the shop, is what its lists hold",
  async (slice, figures) => {
    const { shown, behind } = await ask(slice);
    expect(shown).toEqual(figures);
    expect(behind).toEqual(figures);
  },
);

test("of a product there are its reviews and nothing of whole orders", async () => {
  const { board, shown, behind, said } = await ask(`product:${a.productIds[0]}`);
  expect(board.knowsOrders).toBe(false);
  expect(board.current.stars).toEqual([0, 0, 0, 1, 1]);
  expect(shown).toEqual({ reviews: 2 });
  expect(behind).toEqual(shown);
  expect(said).toBe(0);
  expect(board.products?.map(({ productId }) => productId)).toEqual([a.productIds[0]]);
});

test("the channels' word of mouth adds up to the shop's", async () => {
  const parts = await Promise.all(["channel:card", "channel:direct"].map(ask));
  const { board: whole } = await ask("");
  const sum = (of: (voice: typeof whole.current) => number) =>
    parts.reduce((all, { board }) => all + of(board.current), 0);
  for (const name of ["paidOrders", "shippedOrders", "lateOrders"] as const) {
    expect(sum((voice) => voice[name])).toBe(whole.current[name]);
  }
  const [best, scores] = [whole.current.stars[4], whole.current.npsCounts[10]];
  expect([sum(({ stars }) => stars[4]), sum(({ npsCounts }) => npsCounts[10] ?? 0)]).toEqual([
    best,
    scores,
  ]);
});
