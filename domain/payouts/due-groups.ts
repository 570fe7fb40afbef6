import { addDays } from "../metrics/calendar-day";

type Sum = { count: number; grossFen: bigint };

/** How soon what is owed is due; each is one of these. */
export const DUE_GROUPS = ["overdue", "today", "week", "later"] as const;
/** How long it has been late; each is one of these. */
export const DUE_AGES = ["not_due", "1-3", "4-7", "8+"] as const;
type Due = (typeof DUE_GROUPS)[number] | (typeof DUE_AGES)[number];

/**
 * The due days of a group or an age, half-open [from, until); null where there is no end on that side.
 * What a figure counts and what its list shows both go by it.
 * @param today in Shanghai, YYYY-MM-DD
 */
export function dueDays(due: Due, today: string): { from: string | null; until: string | null } {
  const [from, until] = DAYS_FROM_TODAY[due];
  return {
    from: from === null ? null : addDays(today, from),
    until: until === null ? null : addDays(today, until),
  };
}

const DAYS_FROM_TODAY: Readonly<Record<Due, readonly [number | null, number | null]>> = {
  overdue: [null, 0],
  today: [0, 1],
  week: [1, 8],
  later: [8, null],
  not_due: [0, null],
  "1-3": [-3, 0],
  "4-7": [-7, -3],
  "8+": [null, -7],
};

/**
 * What is owed, by how soon or how late it is.
 * @param dues groups or ages
 * @param today in Shanghai, YYYY-MM-DD
 */
export function sumByDue<D extends Due>(
  dues: readonly D[],
  byDueDay: readonly (Sum & { day: string })[],
  today: string,
): ({ due: D } & Sum)[] {
  return dues.map((due) => {
    const { from, until } = dueDays(due, today);
    const sum = { due, count: 0, grossFen: 0n };
    for (const { day, count, grossFen } of byDueDay) {
      if ((from !== null && day < from) || (until !== null && day >= until)) continue;
      sum.count += count;
      sum.grossFen += grossFen;
    }
    return sum;
  });
}
