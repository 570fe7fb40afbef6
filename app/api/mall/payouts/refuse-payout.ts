import { refusalSentence } from "@/features/payouts/components/refusal-sentence";
import type { PayoutRefusal } from "@/features/payouts/schema";
import { statusOfReason } from "@/lib/http/answer-json";

/** The answer for a withdrawal that cannot be: the reason, its numbers, and the sentence to show. */
export function refusePayout(refusal: PayoutRefusal): { status: number; body: unknown } {
  const sentence = refusalSentence(refusal);
  return { status: statusOfReason(refusal.reason), body: { ...refusal, ok: false, sentence } };
}
