import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";

/** The instants of a window's days up to now: what is due later today is not late yet. */
export function dueSpan({ from, to }: DayWindow, now: Date): { from: Date; until: Date } {
  const until = shanghaiDayRange(to).from;
  return { from: shanghaiDayRange(from).from, until: until < now ? until : now };
}
