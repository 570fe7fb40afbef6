/** Days that a set of people covers, from the smallest block to the largest. */
export const BLOCK_DAYS = [1, 4, 16, 64] as const;
export type BlockDays = (typeof BLOCK_DAYS)[number];

/** A run of `days` days that begins with day number `index × days`. */
export type DayBlock = { days: BlockDays; index: number };

const DAY_MS = 86_400_000;
/** No board asks for more: ten years. */
const MAX_DAYS = 3_660;

/** The number of a calendar day "YYYY-MM-DD": days since 1970-01-01, whatever the time zone is. */
export function dayNumber(day: string): number {
  const number = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  if (!Number.isInteger(number)) throw new RangeError(`not a calendar day: ${day}`);
  return number;
}

/** The calendar day of a number. */
export function dayOfNumber(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The fewest aligned blocks that together are exactly the days [fromDay, toDay): a union of their sets
 * answers any window with at most some twenty of them for 400 days.
 * Throws RangeError for a window that is reversed or longer than ten years.
 */
export function coverWindow(fromDay: string, toDay: string): DayBlock[] {
  const end = dayNumber(toDay);
  let at = dayNumber(fromDay);
  if (end < at || end - at > MAX_DAYS) throw new RangeError(`no window: ${fromDay} to ${toDay}`);
  const blocks: DayBlock[] = [];
  while (at < end) {
    const days = largestBlock(at, end);
    blocks.push({ days, index: at / days });
    at += days;
  }
  return blocks;
}

/** The blocks that contain a day, one of each size: what its roll-up has to renew. */
export function blocksOf(day: string): DayBlock[] {
  const number = dayNumber(day);
  return BLOCK_DAYS.map((days) => ({ days, index: Math.floor(number / days) }));
}

function largestBlock(at: number, end: number): BlockDays {
  let largest: BlockDays = 1;
  for (const days of BLOCK_DAYS) {
    if (at % days === 0 && at + days <= end) largest = days;
  }
  return largest;
}
