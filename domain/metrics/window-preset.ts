import { addDays, firstOfMonth } from "./calendar-day";
import { mondayOf } from "./iso-week";
import type { DayWindow } from "./window";

/** The windows that every board offers. "This" week, month, quarter and year run up to today. */
export const WINDOW_PRESETS = [
  "today",
  "yesterday",
  "last_7_days",
  "last_30_days",
  "last_90_days",
  "this_week",
  "last_week",
  "this_month",
  "last_month",
  "this_quarter",
  "last_quarter",
  "this_year",
  "last_year",
] as const;
export type WindowPreset = (typeof WINDOW_PRESETS)[number];

/**
 * The window of a preset on the Shanghai day `today`, which belongs to all of them but yesterday and
 * the "last" periods: those are whole and over. Throws RangeError for what is no day.
 */
export function presetWindow(preset: WindowPreset, today: string): DayWindow {
  const tomorrow = addDays(today, 1);
  const monday = mondayOf(today);
  const ofQuarter = (Number(today.slice(5, 7)) - 1) % 3;
  const ofYear = Number(today.slice(5, 7)) - 1;
  const windows: Record<WindowPreset, DayWindow> = {
    today: { from: today, to: tomorrow },
    yesterday: { from: addDays(today, -1), to: today },
    last_7_days: { from: addDays(today, -6), to: tomorrow },
    last_30_days: { from: addDays(today, -29), to: tomorrow },
    last_90_days: { from: addDays(today, -89), to: tomorrow },
    this_week: { from: monday, to: tomorrow },
    last_week: { from: addDays(monday, -7), to: monday },
    this_month: { from: firstOfMonth(today), to: tomorrow },
    last_month: { from: firstOfMonth(today, -1), to: firstOfMonth(today) },
    this_quarter: { from: firstOfMonth(today, -ofQuarter), to: tomorrow },
    last_quarter: {
      from: firstOfMonth(today, -ofQuarter - 3),
      to: firstOfMonth(today, -ofQuarter),
    },
    this_year: { from: firstOfMonth(today, -ofYear), to: tomorrow },
    last_year: { from: firstOfMonth(today, -ofYear - 12), to: firstOfMonth(today, -ofYear) },
  };
  return windows[preset];
}

/**
 * The windows that people ask for most: all presets and the last 365 days, each once. What is too much to
 * compute when somebody asks is kept for these.
 */
export function keptWindows(today: string): DayWindow[] {
  const tomorrow = addDays(today, 1);
  const windows = WINDOW_PRESETS.map((preset) => presetWindow(preset, today));
  const all = [...windows, { from: addDays(tomorrow, -365), to: tomorrow }];
  return [...new Map(all.map((window) => [`${window.from}/${window.to}`, window])).values()];
}
