import { answerNps } from "@/features/reviews/commands/answer-nps";
import { answerReview } from "@/features/reviews/commands/answer-review";
import { hideReview } from "@/features/reviews/commands/hide-review";
import { publishReview } from "@/features/reviews/commands/publish-review";
import { saveReview } from "@/features/reviews/commands/save-review";
import { inMerchant } from "@/lib/db/in-merchant";
import type { Deed } from "@/prisma/seed/history/deed";
import { reviewAnswers } from "@/prisma/seed/history/review-texts";
import { remembered } from "@/prisma/seed/history/stage";
import { expectOk } from "@/prisma/seed/shops/expect-ok";

/** Whoever writes a number down is kept from being called by strangers. */
const phoneNumber = /1\d{10}/;

export type Said = { lineNo: number; score: number; content: string };

/** A buyer says what they think of the lines of an order that has arrived; not of what was refunded meanwhile. */
export function reviewOrder(
  atMs: number,
  person: string,
  order: { name: string; said: readonly Said[] },
): Deed {
  return {
    atMs,
    keys: [person, "reviews"],
    after: ["receiving"],
    act: async (stage, now) => {
      const { scope } = remembered(stage.customers, person);
      const { orderNo } = remembered(stage.orders, order.name);
      for (const said of order.said) {
        const saved = await saveReview(scope, orderNo, said, now);
        if (!saved.ok && saved.reason === "line_refunded") continue;
        expectOk(saved);
      }
    },
  };
}

/** A buyer says how likely they are to recommend the shop, unless they were asked lately. */
export function recommend(
  atMs: number,
  person: string,
  answer: { name: string; score: number; content: string },
): Deed {
  return {
    atMs,
    keys: [person],
    after: ["receiving"],
    act: async (stage, now) => {
      const { scope } = remembered(stage.customers, person);
      const { orderNo } = remembered(stage.orders, answer.name);
      const { score, content } = answer;
      const answered = await answerNps(scope, orderNo, { score, content }, now);
      const isOver = !answered.ok && ["answered_lately", "not_received"].includes(answered.reason);
      if (!isOver) expectOk(answered);
    },
  };
}

/** The operator lets the words of the day stand and answers those who were not content. */
export function checkReviews(atMs: number): Deed {
  return {
    atMs,
    keys: ["reviews"],
    act: async ({ shop }, now) => {
      const { merchantId, staffIds } = shop;
      const staff = { merchantId, staffId: staffIds.operator };
      const waiting = await inMerchant(merchantId, (tx) =>
        tx.review.findMany({
          where: { merchantId, state: "waiting" },
          orderBy: [{ createdAt: "asc" }, { orderId: "asc" }, { lineNo: "asc" }],
          select: { id: true, score: true, content: true },
        }),
      );
      for (const { id: reviewId, score, content } of waiting) {
        if (phoneNumber.test(content)) {
          expectOk(await hideReview(staff, { reviewId, hideReason: "privacy" }, now));
          continue;
        }
        expectOk(await publishReview(staff, reviewId, now));
        if (score > 3) continue;
        const answer = reviewAnswers[content.length % reviewAnswers.length] ?? reviewAnswers[0];
        expectOk(await answerReview(staff, { reviewId, answer }, now));
      }
    },
  };
}
