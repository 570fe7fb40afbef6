import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { Chance } from "@/prisma/seed/history/chance";

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** One day of the history in Shanghai; `traffic` compares days, `upToMs` is now on the last one. */
export type HistoryDay = { fromMs: number; upToMs: number; traffic: number; isPromotion: boolean };

/** From Sunday on: people order food at the weekend and at the start of the week. */
const weekdayTraffic = [1.22, 1.05, 0.9, 0.88, 0.94, 1.04, 1.28] as const;
/** From midnight on: lunch break, after work, and on the sofa. */
const hourTraffic = [
  2, 1, 0.5, 0.3, 0.3, 0.6, 2, 4, 6, 7, 8, 8, 9, 8, 6, 6, 6, 7, 8, 10, 13, 14, 11, 6,
] as const;

/** The days up to `now`, the oldest first: growing, with weekends, and a promotion week near the end. */
export function listDays(now: Date, days: number): HistoryDay[] {
  const today = shanghaiDayRange(shanghaiDay(now)).from.getTime();
  return Array.from({ length: days }, (_, index) => {
    const back = days - 1 - index;
    const fromMs = today - back * dayMs;
    const weekday = new Date(fromMs + 12 * hourMs).getUTCDay();
    const growth = 0.35 + (0.9 * (index + 1)) / days;
    const isPromotion = days > 30 && back >= 19 && back <= 25;
    const traffic = growth * (weekdayTraffic[weekday] ?? 1) * (isPromotion ? 2.3 : 1);
    return { fromMs, upToMs: Math.min(fromMs + dayMs, now.getTime()), traffic, isPromotion };
  });
}

/** A moment of a day as people shop: weighed by the hour. May lie after `upToMs` on the last day. */
export function momentOf(day: HistoryDay, chance: Chance): number {
  const hour = chance.weighed([...hourTraffic.keys()], (index) => hourTraffic[index] ?? 0);
  return day.fromMs + hour * hourMs + Math.floor(chance.next() * hourMs);
}

/** When a shop works: `days` after a moment's day, between `fromHour` and `toHour`. */
export function workingTime(
  afterMs: number,
  days: number,
  [fromHour, toHour]: readonly [number, number],
  chance: Chance,
): number {
  const midnight = shanghaiDayRange(shanghaiDay(new Date(afterMs))).from.getTime() + days * dayMs;
  return midnight + fromHour * hourMs + Math.floor(chance.next() * (toHour - fromHour) * hourMs);
}

/** A moment at the same distance into the waking hours (from nine to ten in the evening) of its day. */
export function awake(atMs: number): number {
  const midnight = shanghaiDayRange(shanghaiDay(new Date(atMs))).from.getTime();
  return midnight + 9 * hourMs + Math.floor(((atMs - midnight) * 13) / 24);
}

/** The first run of a job that comes every `everyMs` after this moment. */
export function nextRun(afterMs: number, everyMs: number): number {
  return (Math.floor(afterMs / everyMs) + 1) * everyMs;
}
