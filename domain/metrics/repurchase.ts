import type { Bps } from "../money/fen";
import { countDays } from "./calendar-day";
import { peopleRatioBps } from "./people-ratio";
import { medianTwice } from "./quantile";

/** Board 4 asks who came back within that many days of the first paid order. */
export const REPURCHASE_DAYS = [30, 60, 90, 180] as const;

/** Buyers with two or more paid orders in the window ÷ its buyers; takes each buyer's paid orders. */
export function repurchaseRateBps(paidOrdersPerBuyer: readonly number[]): Bps | null {
  const buyers = paidOrdersPerBuyer.filter((orders) => orders > 0);
  return peopleRatioBps(buyers.filter((orders) => orders > 1).length, buyers.length);
}

/** The Shanghai days of a buyer's first and second paid order ever; the second is null before it is. */
export type FirstOrders = { firstDay: string; secondDay: string | null };

/** `buyers` are those whose days are over; `isOver` says whether they are all of the cohort. */
export type CohortRepurchase = {
  buyers: number;
  returned: number;
  rateBps: Bps | null;
  isOver: boolean;
};

/**
 * Of a cohort's buyers the share who ordered again up to `days` days after the first order's day; on
 * the same day counts. Only buyers whose days are over on `today` are counted, returned or not:
 * otherwise the quick ones among the latest would raise the rate.
 */
export function countCohortRepurchase(
  cohort: readonly FirstOrders[],
  days: number,
  today: string,
): CohortRepurchase {
  const counted = cohort.filter(({ firstDay }) => countDays(firstDay, today) > days);
  const returned = counted.filter(
    ({ firstDay, secondDay }) => secondDay !== null && countDays(firstDay, secondDay) <= days,
  );
  return {
    buyers: counted.length,
    returned: returned.length,
    rateBps: peopleRatioBps(returned.length, counted.length),
    isOver: counted.length === cohort.length,
  };
}

/**
 * Twice the median of the days between one paid order and the same buyer's next, over all buyers;
 * null where nobody ordered twice. Takes each buyer's order days in any order.
 */
export function medianDaysBetweenOrdersTwice(
  orderDaysPerBuyer: readonly (readonly string[])[],
): bigint | null {
  const gaps = orderDaysPerBuyer.flatMap((days) => {
    const sorted = days.toSorted();
    return sorted.slice(1).map((day, at) => BigInt(countDays(sorted[at] ?? day, day)));
  });
  return medianTwice(gaps);
}
