import type { DateOrder } from "./mapping";

const TIME = "(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?)?";
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?${TIME}$`);
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${TIME}$`);
const MINUTE_MS = 60_000;
const SHANGHAI_OFFSET_MS = 8 * 60 * MINUTE_MS;

/**
 * Reads a moment in Shanghai time: "2009-12-01 07:45:00", "2009年12月1日", "1/12/2009 7:45" by the given
 * order. @returns null for what is no moment of the calendar, or is written in another order
 */
export function parseSoldAt(text: string, order: DateOrder): Date | null {
  const yearFirst = YEAR_FIRST.exec(text.trim());
  if (yearFirst) return moment(yearFirst[1], yearFirst[2], yearFirst[3], yearFirst.slice(4));
  const yearLast = order === "ymd" ? null : YEAR_LAST.exec(text.trim());
  if (!yearLast) return null;
  const [, first, second, year, ...time] = yearLast;
  return order === "dmy" ? moment(year, second, first, time) : moment(year, first, second, time);
}

function moment(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: readonly (string | undefined)[],
): Date | null {
  const [hour, minute, second] = time.map((part) => Number(part ?? 0));
  const parts = [Number(year), Number(month), Number(day), hour ?? 0, minute ?? 0, second ?? 0];
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = parts;
  const local = new Date(Date.UTC(y, mo - 1, d, h, mi, s));
  // The way back catches what Date repairs silently: the 31st of June, the 25th hour.
  const same =
    local.getUTCFullYear() === y &&
    local.getUTCMonth() === mo - 1 &&
    local.getUTCDate() === d &&
    local.getUTCHours() === h &&
    local.getUTCMinutes() === mi &&
    local.getUTCSeconds() === s;
  return same ? new Date(local.getTime() - SHANGHAI_OFFSET_MS) : null;
}
