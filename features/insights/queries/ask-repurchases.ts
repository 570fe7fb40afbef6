import { addDays, firstOfMonth } from "@/domain/metrics/calendar-day";
import { type Counted, countedMedianTwice } from "@/domain/metrics/counted-median";
import { cutDekads } from "@/domain/metrics/dekad";
import { type BuyerGroup, countGroupedRepurchase } from "@/domain/metrics/grouped-repurchase";
import { type CohortRepurchase, REPURCHASE_DAYS } from "@/domain/metrics/repurchase";
import { type DayWindow, lastDayOf } from "@/domain/metrics/window";
import { listPeriods } from "@/domain/metrics/window-periods";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

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

/** How soon buyers come back, of the whole shop (analytics.md, board 4), in each of the windows. */
export async function askRepurchases(
  tx: MerchantTx,
  { merchantId, windows, today }: { merchantId: string; windows: DayWindow[]; today: string },
): Promise<Repurchase[]> {
  const cohortWindows = windows.map(withYear);
  const [first = ""] = cohortWindows.map(({ from }) => from).toSorted();
  const end =
    cohortWindows
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ?? "";
  // What two windows compare are mostly the same first orders: they are read once. Days that no cohort tells
  // apart, nor whether their spans are over, come as one: the first of them stands for all.
  const borders = [
    ...windows.map(({ from }) => from),
    ...cohortWindows.flatMap((days) => listPeriods(days, "month").map(({ from }) => from)),
    ...cohortWindows.map(({ to }) => to),
    ...REPURCHASE_DAYS.map((days) => addDays(today, -days)),
  ];
  const groups = await tx.$queryRaw<BuyerGroup[]>`${plannedAnew}
    select to_char(min(day), 'YYYY-MM-DD') as "firstDay", within_days as "withinDays", sum(buyers)::int as buyers
    from day_first_order
    where merchant_id = ${merchantId}::uuid and day >= ${first}::date and day < ${end}::date
    group by width_bucket(day, ${borders.toSorted()}::date[]), within_days`;
  const answers: Repurchase[] = [];
  for (const [at, window] of windows.entries()) {
    const cohortWindow = cohortWindows[at] ?? window;
    const months = listPeriods(cohortWindow, "month").map(({ key, from, to }) =>
      countCohort(key, { from, to }, groups, today),
    );
    answers.push({
      medianDaysTwice: countedMedianTwice(await readGaps(tx, merchantId, window)),
      whole: countCohort(window.from, window, groups, today),
      months: months.filter(({ buyers }) => buyers > 0),
    });
  }
  return answers;
}

/** How often so many days lay between an order of the window and the one before; whole dekads as one row each. */
async function readGaps(tx: MerchantTx, merchantId: string, window: DayWindow): Promise<Counted[]> {
  const { days, dekads } = cutDekads(window);
  const read = (table: string, first: string, { from, to }: DayWindow) => {
    const [source, day] = [Prisma.raw(table), Prisma.raw(first)];
    return Prisma.sql`select unnest(gap_days) as value, unnest(gaps) as times from ${source}
      where merchant_id = ${merchantId}::uuid and ${day} >= ${from}::date and ${day} < ${to}::date`;
  };
  const parts = [
    ...days.map((range) => read("day_order_gap", "day", range)),
    ...dekads.map((range) => read("dekad_order_gap", "dekad", range)),
  ];
  if (parts.length === 0) return [];
  return tx.$queryRaw<Counted[]>`${plannedAnew}
    select value, sum(times)::int as times from (${Prisma.join(parts, " union all ")}) g group by value`;
}

/** A window of thirty days has no cohort whose days are over: the year that it ends tells more. */
function withYear(window: DayWindow): DayWindow {
  const year = firstOfMonth(lastDayOf(window), -11);
  const [from = window.from] = [window.from, year].toSorted();
  return { from, to: window.to };
}

function countCohort(
  key: string,
  days: DayWindow,
  groups: readonly BuyerGroup[],
  today: string,
): RepurchaseCohort {
  const own = groups.filter(({ firstDay }) => firstDay >= days.from && firstDay < days.to);
  return {
    key,
    days,
    buyers: own.reduce((all, { buyers }) => all + buyers, 0),
    spans: REPURCHASE_DAYS.map((within) => countGroupedRepurchase(own, within, today)),
  };
}
