import { previousDay } from "./shanghai-day";

/** Days in their order ("YYYY-MM-DD") as runs of consecutive ones. */
export function dayRanges(days: readonly string[]): { from: string; to: string }[] {
  const ranges: { from: string; to: string }[] = [];
  for (const day of days) {
    const last = ranges.at(-1);
    if (last && previousDay(day) === last.to) last.to = day;
    else ranges.push({ from: day, to: day });
  }
  return ranges;
}
