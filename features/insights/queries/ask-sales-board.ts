import type { Figure } from "@/domain/metrics/figure";
import { samePeriodLastYear } from "@/domain/metrics/last-year";
import type { Measures } from "@/domain/metrics/measures";
import { type MeasuredMetric, measure } from "@/domain/metrics/metric-list";
import { monthToDate, projectMonth } from "@/domain/metrics/month-pace";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import {
  listPeriods,
  PERIOD_UNITS,
  type PeriodUnit,
  usualUnit,
  type WindowPeriod,
} from "@/domain/metrics/window-periods";
import { readMeasures } from "@/features/insights/queries/read-measures";
import type { ReadBoard } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** More points than that no eye tells apart. */
const MAX_PERIODS = 400;

/** What the board shows; of people it asks for those that these need. */
const metrics = [
  "netSales",
  "grossSales",
  "refundedSales",
  "paidOrders",
  "units",
  "buyers",
  "refundedUnits",
  "valuePerOrder",
  "valuePerBuyer",
] as const satisfies readonly MeasuredMetric[];
export type SalesMetric = (typeof metrics)[number];

export type SalesPeriod = { period: WindowPeriod; measures: Measures; before: Measures | null };

export type SalesBoard = {
  current: Measures;
  before: Measures | null;
  lastYear: Measures;
  unit: PeriodUnit;
  /** The units in which the window has no more periods than a chart can show. */
  units: PeriodUnit[];
  periods: SalesPeriod[];
  /** The running month and the same days of the month before. */
  pace: { soFar: Measures; lastMonth: Measures; projected: Figure };
};

/**
 * Everything that the board of sales shows (analytics.md, board 5).
 * @param unit what the window is cut into; by its length where it is not said or too fine
 */
export async function askSalesBoard(
  tx: MerchantTx,
  {
    merchantId,
    request,
    now,
    unit: asked,
  }: { merchantId: string; request: ReadBoard; now: Date; unit?: string | undefined },
): Promise<SalesBoard> {
  const { window, compare, slice } = request;
  const units = PERIOD_UNITS.filter((one) => listPeriods(window, one).length <= MAX_PERIODS);
  const unit = units.find((one) => one === asked) ?? usualUnit(window);
  const today = shanghaiDay(now);
  const { soFar, lastMonth } = monthToDate(today);
  const periods = listPeriods(window, unit);
  const earlier = compare ? listPeriods(compare, unit) : [];
  const ended = { from: soFar.from, to: today };
  const hasEnded = ended.from < ended.to;
  const read = new Map<string, Measures>();
  const windows = [
    ...[window, samePeriodLastYear(window), soFar, lastMonth, ...periods, ...earlier],
    ...(compare ? [compare] : []),
    ...(hasEnded ? [ended] : []),
  ];
  const all = await readMeasures(tx, { merchantId, slice, windows, metrics });
  windows.forEach((one, at) => {
    const measures = all[at];
    if (measures) read.set(keyOf(one), measures);
  });
  const of = (one: DayWindow): Measures => {
    const measures = read.get(keyOf(one));
    if (!measures) throw new Error("a window that was not asked");
    return measures;
  };
  const endedNet = hasEnded ? measure("netSales", of(ended)).value : null;
  return {
    current: of(window),
    before: compare ? of(compare) : null,
    lastYear: of(samePeriodLastYear(window)),
    unit,
    units,
    periods: periods.map((period, at) => {
      const other = earlier[at];
      return { period, measures: of(period), before: other ? of(other) : null };
    }),
    pace: {
      soFar: of(soFar),
      lastMonth: of(lastMonth),
      projected: {
        unit: "fen",
        value: endedNet === null ? null : projectMonth(BigInt(endedNet), today),
      },
    },
  };
}

const keyOf = ({ from, to }: DayWindow) => `${from}/${to}`;
