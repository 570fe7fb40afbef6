import type { Bps } from "../money/fen";
import { countDays } from "./calendar-day";
import { ratioBps } from "./compare";
import { divideToNearest } from "./divide-to-nearest";
import type { DayWindow } from "./window";

/** So many days without an act make a customer dormant, and lost. */
export const DORMANT_DAYS = 30;
export const LOST_DAYS = 90;

/** Whether an active person's first act ever lies in the window ("new") or before it. */
export function activeKind(firstDay: string, window: DayWindow): "new" | "returning" {
  return firstDay < window.from ? "returning" : "new";
}

/**
 * How long a person has been silent at the end of a window, by the Shanghai day of their last act
 * before it. Whole days without an act are counted: the last act's own day is none of them.
 */
export function silenceOf(lastDay: string, window: DayWindow): "awake" | "dormant" | "lost" {
  const silentDays = countDays(lastDay, window.to) - 1;
  if (silentDays >= LOST_DAYS) return "lost";
  return silentDays >= DORMANT_DAYS ? "dormant" : "awake";
}

/**
 * Stickiness (analytics.md, board 1): mean daily actives ÷ actives of all those days together, which are
 * the 30 days before the window's end: of the same days, so never above 1. 10000 when everybody comes
 * every day, null when nobody came. Throws RangeError for a day with more people than all days have, or
 * when the days cannot make up the whole: both are wrong queries.
 */
export function stickinessBps(dailyActives: readonly number[], actives: number): Bps | null {
  const sum = dailyActives.reduce((total, people) => total + people, 0);
  if (dailyActives.some((people) => people > actives) || sum < actives) {
    throw new RangeError(`days of ${dailyActives.join(", ")} people are not ${actives} together`);
  }
  return ratioBps(sum, dailyActives.length * actives);
}

/** Σ daily actives ÷ actives in tenths of a day: on how many days an active person came; null for nobody. */
export function activeTenthDaysPerPerson(
  dailyActives: readonly number[],
  actives: number,
): bigint | null {
  const sum = dailyActives.reduce((total, people) => total + people, 0);
  return divideToNearest(BigInt(sum) * 10n, BigInt(actives));
}
