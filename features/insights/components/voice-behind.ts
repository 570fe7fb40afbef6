import type { VoiceMetric } from "@/domain/metrics/voice";
import { lastDayOf } from "@/domain/metrics/window";
import { boardQuery, type ReadBoard, type VoiceOrderList } from "@/features/insights/schema";
import type { NpsGroup } from "@/features/reviews/schema";

/** The reviews of a board's window; `more` narrows them. */
export function reviewsBehind(
  { window }: Pick<ReadBoard, "window">,
  more: Readonly<Record<string, string>> = {},
): string {
  const days = { from: window.from, until: lastDayOf(window) };
  return `/merchant/reviews?${new URLSearchParams({ ...days, ...more })}`;
}

/** The answers to the question for recommendation of a board's window, or one group of them. */
export function npsBehind({ window }: Pick<ReadBoard, "window">, group?: NpsGroup): string {
  const days = { from: window.from, until: lastDayOf(window) };
  return `/merchant/reviews/nps?${new URLSearchParams({ ...days, ...(group ? { group } : {}) })}`;
}

/** The orders that a rate of the board is made of. */
export function ordersBehind({ typed }: Pick<ReadBoard, "typed">, list: VoiceOrderList): string {
  return `/merchant/insights/word-of-mouth/orders?${boardQuery(typed, { list })}`;
}

/** Where a figure of the board opens to: answers, reviews, or the orders above the line of a rate. */
export function voiceBehind(
  metric: VoiceMetric,
  request: Pick<ReadBoard, "window" | "typed">,
): string {
  if (metric === "nps" || metric === "npsAnswers") return npsBehind(request);
  if (metric === "refundRate") return ordersBehind(request, "refunded");
  if (metric === "complaintRate") return ordersBehind(request, "complaints");
  if (metric === "lateShipmentRate") return ordersBehind(request, "late");
  return reviewsBehind(request);
}
