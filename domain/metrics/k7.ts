import type { Bps } from "../money/fen";
import { addDays } from "./calendar-day";
import { ratioBps } from "./compare";
import { shanghaiDayRange } from "./shanghai-day";
import type { DayWindow } from "./window";

/** People bring others within so many times 24 hours of being first seen, or they do not count. */
export const K_DAYS = 7;

/** `kBps` may pass 10000: people bring more people than they are. Until `dueDay` nothing is reported. */
export type K7 =
  | { ok: false; reason: "days_not_over"; dueDay: string }
  | { ok: true; people: number; brought: number; kBps: Bps | null };

/**
 * K7 (analytics.md, board 3): of the people first seen in the window, the people whom they were the first
 * to bring within 7 × 24 hours of that ÷ the people. Reported from `dueDay` on, when the people of the
 * window's last day have had their 7 days.
 */
export function reportK7(asked: {
  window: DayWindow;
  /** First seen in the window. */
  people: number;
  /** Brought by them, each within 7 days of its bringer's first sight. */
  brought: number;
  now: Date;
}): K7 {
  const { window, people, brought, now } = asked;
  const dueDay = addDays(window.to, K_DAYS);
  if (now < shanghaiDayRange(dueDay).from) return { ok: false, reason: "days_not_over", dueDay };
  return { ok: true, people, brought, kBps: ratioBps(brought, people) };
}
