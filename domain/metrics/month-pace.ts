import { addDays, addMonths, countDays, firstOfMonth } from "./calendar-day";
import { divideToNearest } from "./divide-to-nearest";
import { type DayWindow, windowDays } from "./window";

/** The windows of a running month and the days that it has, today being one of those gone. */
export type MonthToDate = { soFar: DayWindow; lastMonth: DayWindow; days: number };

/**
 * The month up to and with the day `today`, and the same days of the month before; all of that month
 * when it is too short to have them.
 */
export function monthToDate(today: string): MonthToDate {
  const first = firstOfMonth(today);
  return {
    soFar: { from: first, to: addDays(today, 1) },
    lastMonth: { from: firstOfMonth(today, -1), to: addDays(addMonths(today, -1), 1) },
    days: countDays(first, firstOfMonth(today, 1)),
  };
}

/**
 * What the month will come to if its other days go like those that have ended (fen, units or people's
 * acts), to the nearest whole. Today is left out, because it is not over; null on the first of a month.
 */
export function projectMonth(sumOfEndedDays: bigint, today: string): bigint | null {
  const { soFar, days } = monthToDate(today);
  const endedDays = windowDays(soFar) - 1;
  return divideToNearest(sumOfEndedDays * BigInt(days), BigInt(endedDays));
}
