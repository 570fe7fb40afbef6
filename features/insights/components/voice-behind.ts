import type { NpsGroup } from "@/domain/metrics/nps";
import type { VoiceMetric } from "@/domain/metrics/voice";
import { type DayWindow, lastDayOf } from "@/domain/metrics/window";
import { boardQuery, type ReadBoard, type VoiceOrderList } from "@/features/insights/schema";
import { queryOf } from "@/lib/forms/query-of";

type Asked = Pick<ReadBoard, "window" | "typed">;

/** The reviews of a board's window; `more` narrows them. */
export function reviewsBehind(
  { window, typed }: Asked,
  more: Readonly<Record<string, string>> = {},
): string {
  return `/merchant/reviews?${queryOf({ ...daysOf(window), slice: typed.slice, ...more })}`;
}

/** The answers to the question for recommendation of a board's window, or one group of them. */
export function npsBehind({ window, typed }: Asked, group?: NpsGroup): string {
  return `/merchant/reviews/nps?${queryOf({ ...daysOf(window), slice: typed.slice, group })}`;
}

/** The orders that a rate of the board is made of. */
export function ordersBehind({ typed }: Pick<ReadBoard, "typed">, list: VoiceOrderList): string {
  return `/merchant/insights/word-of-mouth/orders?${boardQuery(typed, { list })}`;
}

/** Where a figure of the board opens to: answers, reviews, or the orders above the line of a rate. */
export function voiceBehind(metric: VoiceMetric, request: Asked): string {
  if (metric === "nps" || metric === "npsAnswers") return npsBehind(request);
  if (metric === "refundRate") return ordersBehind(request, "refunded");
  if (metric === "complaintRate") return ordersBehind(request, "complaints");
  if (metric === "lateShipmentRate") return ordersBehind(request, "late");
  return reviewsBehind(request);
}

const daysOf = (window: DayWindow) => ({ from: window.from, until: lastDayOf(window) });
