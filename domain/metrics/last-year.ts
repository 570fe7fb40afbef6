import { addDays, addMonths } from "./calendar-day";
import { type DayWindow, lastDayOf } from "./window";

/**
 * The same period last year. A window of whole months is compared with the same whole months, so that
 * February stands against February whatever their lengths; any other with the same days of the
 * calendar, the 29th of February with the 28th. Never empty.
 */
export function samePeriodLastYear(window: DayWindow): DayWindow {
  const from = addMonths(window.from, -12);
  if (window.from.endsWith("-01") && window.to.endsWith("-01")) {
    return { from, to: addMonths(window.to, -12) };
  }
  // By the last day that belongs to it: moving the day after it would lose or add a leap day.
  return { from, to: addDays(addMonths(lastDayOf(window), -12), 1) };
}
