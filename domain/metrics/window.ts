import { addDays, countDays, isCalendarDay } from "./calendar-day";

/** Days in Asia/Shanghai from `from` up to and without `to`, both "YYYY-MM-DD". Never empty. */
export type DayWindow = { from: string; to: string };

/** The longest window that a board answers: a window of ten years is refused. */
export const MAX_WINDOW_DAYS = 3_650;

export type ReadWindow =
  | { ok: true; window: DayWindow }
  | { ok: false; reason: "not_a_day" | "reversed" | "empty" | "too_long" };

/** A window as somebody typed it or put it into an address, half-open like all windows. */
export function readWindow(from: string, to: string): ReadWindow {
  if (!isCalendarDay(from) || !isCalendarDay(to)) return { ok: false, reason: "not_a_day" };
  const days = countDays(from, to);
  if (days < 0) return { ok: false, reason: "reversed" };
  if (days === 0) return { ok: false, reason: "empty" };
  if (days > MAX_WINDOW_DAYS) return { ok: false, reason: "too_long" };
  return { ok: true, window: { from, to } };
}

/** How many days a window has. */
export function windowDays({ from, to }: DayWindow): number {
  return countDays(from, to);
}

/** The last day that belongs to a window; its `to` does not. */
export function lastDayOf({ to }: DayWindow): string {
  return addDays(to, -1);
}

/** The equally long window right before, which figures are compared with. */
export function previousWindow(window: DayWindow): DayWindow {
  return { from: addDays(window.from, -windowDays(window)), to: window.from };
}

/** The days of a window, in order. */
export function listDays(window: DayWindow): string[] {
  return Array.from({ length: windowDays(window) }, (_, at) => addDays(window.from, at));
}
