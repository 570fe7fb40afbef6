import { firstOfMonth } from "@/domain/metrics/calendar-day";
import { type Counted, countedMedianTwice } from "@/domain/metrics/counted-median";
import { type BuyerGroup, countGroupedRepurchase } from "@/domain/metrics/grouped-repurchase";
import { type CohortRepurchase, REPURCHASE_DAYS } from "@/domain/metrics/repurchase";
import { type DayWindow, lastDayOf } from "@/domain/metrics/window";
import { listPeriods } from "@/domain/metrics/window-periods";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** Of the buyers whose first order lies in a period: who came back within 30, 60, 90 and 180 days. */
export type RepurchaseCohort = {
  key: string;
  /** Of the first orders. */
  days: DayWindow;
  buyers: number;
  spans: CohortRepurchase[];
};

export type Repurchase = {
  /** Twice the median of the days between an order in the window and the same buyer's one before. */
  medianDaysTwice: bigint | null;
  /** All buyers whose first order lies in the window. */
  whole: RepurchaseCohort;
  /** The same by months of the first order: those of the window, and at least the year that it ends. */
  months: RepurchaseCohort[];
};

/** How soon buyers come back, of the whole shop (analytics.md, board 4). */
export async function askRepurchase(
  tx: MerchantTx,
  { merchantId, window, today }: { merchantId: string; window: DayWindow; today: string },
): Promise<Repurchase> {
  const { from, to } = window;
  const gaps = await tx.$queryRaw<Counted[]>`${plannedAnew}
    select value, sum(times)::int as times
    from (select unnest(gap_days) as value, unnest(gaps) as times from day_order_gap
      where merchant_id = ${merchantId}::uuid and day >= ${from}::date and day < ${to}::date) g
    group by value`;
  // A window of thirty days has no cohort whose days are over: the year that it ends tells more.
  const year = firstOfMonth(lastDayOf(window), -11);
  const [earliest = from] = [from, year].toSorted();
  const groups = await tx.$queryRaw<BuyerGroup[]>`${plannedAnew}
    select to_char(day, 'YYYY-MM-DD') as "firstDay", within_days as "withinDays", buyers
    from day_first_order
    where merchant_id = ${merchantId}::uuid and day >= ${earliest}::date and day < ${to}::date`;
  const cohortOf = (
    key: string,
    days: DayWindow,
    some: readonly BuyerGroup[],
  ): RepurchaseCohort => ({
    key,
    days,
    buyers: some.reduce((all, { buyers }) => all + buyers, 0),
    spans: REPURCHASE_DAYS.map((within) => countGroupedRepurchase(some, within, today)),
  });
  const months = listPeriods({ from: earliest, to }, "month").map((month) =>
    cohortOf(
      month.key,
      { from: month.from, to: month.to },
      groups.filter(({ firstDay }) => firstDay >= month.from && firstDay < month.to),
    ),
  );
  return {
    medianDaysTwice: countedMedianTwice(gaps),
    whole: cohortOf(
      from,
      window,
      groups.filter(({ firstDay }) => firstDay >= from),
    ),
    months: months.filter(({ buyers }) => buyers > 0),
  };
}
