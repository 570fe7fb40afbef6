import { shanghaiDay, shanghaiDayRange } from "./shanghai-day";

const DAY_MS = 86_400_000;

/** The last `days` Shanghai days, today among them, until now: a half-open window [from, to). */
export function lastDays(now: Date, days: number): { from: Date; to: Date } {
  const today = shanghaiDayRange(shanghaiDay(now)).from;
  return { from: new Date(today.getTime() - (days - 1) * DAY_MS), to: now };
}
