import { countDays } from "./calendar-day";
import type { DayWindow } from "./window";

/**
 * How many people a day adds to a window that began some days before: exact for any window without
 * looking at people again (docs/decisions/0020).
 *
 * A person belongs to [from, to) when their last act before `to` is not before `from`. That last act
 * only moves forward, so it is enough to keep, for the day on which it moved, where it moved from and to:
 * of `gap` days back to the old one and 0 to the new one. The window that began `reach` days back
 * (its first day counted, so 1 is the day itself) gains the person when new < reach <= gap.
 */
export type Reaches = { reaches: readonly number[]; gained: readonly number[] };

/** A move of one person: days back to the new and to the old place; null when there was no old one. */
export type Move = { newGap: number; oldGap: number | null };

/** Sums the moves of a day, as steps in ascending order. */
export function sumMoves(moves: readonly Move[]): Reaches {
  const steps = new Map<number, number>();
  for (const { newGap, oldGap } of moves) {
    if (oldGap !== null && oldGap <= newGap) throw new RangeError("a last act moved backwards");
    steps.set(newGap + 1, (steps.get(newGap + 1) ?? 0) + 1);
    if (oldGap !== null) steps.set(oldGap + 1, (steps.get(oldGap + 1) ?? 0) - 1);
  }
  return climb(steps);
}

/** How many people a window has, from the reaches of its days. */
export function countWindow(
  days: readonly (Reaches & { day: string })[],
  { from, to }: DayWindow,
): number {
  return days
    .filter(({ day }) => day >= from && day < to)
    .reduce((people, day) => people + gainedAt(day, countDays(from, day.day) + 1), 0);
}

/**
 * Days as one that adds as many people to every window that began with `first` or before: its reaches count
 * back from `first`. Windows that begin within the days are not asked of it.
 */
export function joinDays(days: readonly (Reaches & { day: string })[], first: string): Reaches {
  const steps = new Map<number, number>();
  for (const { day, reaches, gained } of days) {
    for (const [at, reach] of reaches.entries()) {
      const joined = Math.max(1, reach - countDays(first, day));
      const change = (gained[at] ?? 0) - (gained[at - 1] ?? 0);
      steps.set(joined, (steps.get(joined) ?? 0) + change);
    }
  }
  return climb(steps);
}

/** The sums of the steps up to each of them. */
function climb(steps: ReadonlyMap<number, number>): Reaches {
  const reaches = [...steps.keys()].filter((reach) => steps.get(reach) !== 0);
  let people = 0;
  reaches.sort((a, b) => a - b);
  const gained = reaches.map((reach) => {
    people += steps.get(reach) ?? 0;
    return people;
  });
  return { reaches, gained };
}

function gainedAt({ reaches, gained }: Reaches, reach: number): number {
  return gained[reaches.findLastIndex((from) => from <= reach)] ?? 0;
}
