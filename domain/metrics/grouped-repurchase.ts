import { addDays } from "./calendar-day";
import { peopleRatioBps } from "./people-ratio";
import { type CohortRepurchase, REPURCHASE_DAYS } from "./repurchase";

/**
 * Buyers alike in the day of their first paid order and in how soon the second came: `withinDays` is
 * the shortest of REPURCHASE_DAYS that holds it, 0 where it came later or not at all.
 */
export type BuyerGroup = { firstDay: string; withinDays: number; buyers: number };

/** The shortest of the asked spans that holds so many days, 0 for none or for no second order. */
export function repurchaseSpan(gapDays: number | null): number {
  if (gapDays === null) return 0;
  return REPURCHASE_DAYS.find((days) => gapDays <= days) ?? 0;
}

/** The same as countCohortRepurchase, of buyers that were counted by day and span before. */
export function countGroupedRepurchase(
  groups: readonly BuyerGroup[],
  days: (typeof REPURCHASE_DAYS)[number],
  today: string,
): CohortRepurchase {
  const sum = (some: readonly BuyerGroup[]) => some.reduce((all, { buyers }) => all + buyers, 0);
  // Before this day; counting the days of each group takes longer than all the rest.
  const firstOpen = addDays(today, -days);
  const counted = groups.filter(({ firstDay }) => firstDay < firstOpen);
  const returned = counted.filter(({ withinDays }) => withinDays > 0 && withinDays <= days);
  return {
    buyers: sum(counted),
    returned: sum(returned),
    rateBps: peopleRatioBps(sum(returned), sum(counted)),
    isOver: counted.length === groups.length,
  };
}
