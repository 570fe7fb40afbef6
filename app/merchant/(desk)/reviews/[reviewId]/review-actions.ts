"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { answerReview } from "@/features/reviews/commands/answer-review";
import { hideReview } from "@/features/reviews/commands/hide-review";
import { publishReview } from "@/features/reviews/commands/publish-review";
import { answerReviewSchema, hideReviewSchema } from "@/features/reviews/schema";
import { isId } from "@/lib/ids/is-id";

export async function publishReviewAction(reviewId: string): Promise<ActionResult> {
  return staffAct("reviews.moderate", async ({ staff, text, now }) => {
    if (!isId(reviewId)) return { ok: false, message: text("common.gone") };
    const published = await publishReview(staff, reviewId, now);
    if (!published.ok) return { ok: false, message: text("reviews.refusal.changed_meanwhile") };
    return { ok: true, message: text("reviews.publishedNow") };
  });
}

export async function hideReviewAction(reviewId: string, form: FormData): Promise<ActionResult> {
  return staffAct("reviews.moderate", async ({ staff, text, now }) => {
    const input = readForm(hideReviewSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    if (!isId(reviewId)) return { ok: false, message: text("common.gone") };
    const hidden = await hideReview(staff, { reviewId, ...input.data }, now);
    if (!hidden.ok) return { ok: false, message: text("reviews.refusal.changed_meanwhile") };
    return { ok: true, message: text("reviews.hiddenNow") };
  });
}

export async function answerReviewAction(reviewId: string, form: FormData): Promise<ActionResult> {
  return staffAct("reviews.moderate", async ({ staff, text, now }) => {
    const input = readForm(answerReviewSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    if (!isId(reviewId)) return { ok: false, message: text("common.gone") };
    const answered = await answerReview(staff, { reviewId, ...input.data }, now);
    if (!answered.ok) return { ok: false, message: text("reviews.refusal.not_published") };
    return { ok: true, message: text("common.saved") };
  });
}
