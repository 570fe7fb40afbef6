import { ratioBps } from "@/domain/metrics/compare";
import type { Measures } from "@/domain/metrics/measures";
import { type MeasuredMetric, measure } from "@/domain/metrics/metric-list";
import { type CohortRepurchase, REPURCHASE_DAYS } from "@/domain/metrics/repurchase";
import { type DayWindow, lastDayOf } from "@/domain/metrics/window";
import type { BoardTable, InsightText } from "@/features/insights/components/board-table";
import type { PurchaseMetric } from "@/features/insights/queries/ask-purchase-board";
import type { Repurchase } from "@/features/insights/queries/ask-repurchases";

const right = { align: "right" } as const;

/** From the visit to the payment: each step is part of the one before it. */
export const FUNNEL_STEPS = [
  "visitors",
  "viewers",
  "carters",
  "checkouters",
  "converted",
] as const satisfies readonly PurchaseMetric[];

export type FunnelStep = {
  metric: (typeof FUNNEL_STEPS)[number];
  people: number;
  ofPreviousBps: number | null;
  ofFirstBps: number | null;
};

/** The people of each step with what they are of the step before and of the first. */
export function funnelSteps({ people }: Measures): FunnelStep[] {
  return FUNNEL_STEPS.map((metric, at) => {
    const before = FUNNEL_STEPS[at - 1];
    return {
      metric,
      people: people[metric],
      ofPreviousBps: before ? ratioBps(people[metric], people[before]) : null,
      ofFirstBps: ratioBps(people[metric], people.visitors),
    };
  });
}

export function funnelTable(
  current: Measures,
  before: Measures | null,
  text: InsightText,
  hrefOf: (metric: MeasuredMetric) => string,
): BoardTable {
  return {
    caption: text("metric.purchaseFunnel.title"),
    columns: [
      { key: "step", label: text("purchase.step") },
      { key: "people", label: text("purchase.people"), ...right },
      { key: "ofPrevious", label: text("purchase.ofPrevious"), ...right },
      { key: "ofFirst", label: text("purchase.ofFirst"), ...right },
      ...(before ? [{ key: "before", label: text("sales.before"), ...right }] : []),
    ],
    rows: funnelSteps(current).map((step) => ({
      key: step.metric,
      cells: {
        step: text(`metric.${step.metric}.title`),
        people: { of: { unit: "count", value: step.people }, href: hrefOf(step.metric) },
        ofPrevious: { unit: "bps", value: step.ofPreviousBps },
        ofFirst: { unit: "bps", value: step.ofFirstBps },
        before: before ? measure(step.metric, before) : "",
      },
    })),
  };
}

/** Buyers by the month of their first order, and how many of them came back how soon. */
export function repurchaseTable(
  { whole, months }: Repurchase,
  text: InsightText,
  window: DayWindow,
): BoardTable {
  const spanColumns = REPURCHASE_DAYS.map((days) => ({
    key: String(days),
    label: text("purchase.withinDays", { days }),
    ...right,
  }));
  const countColumns = REPURCHASE_DAYS.map((days) => ({
    key: `of${days}`,
    label: text("purchase.counted", { days }),
    ...right,
    wideOnly: true,
  }));
  const cellsOf = (spans: readonly CohortRepurchase[], ofDays: DayWindow) =>
    Object.fromEntries(
      REPURCHASE_DAYS.flatMap((days, at) => [
        [
          String(days),
          {
            of: { unit: "bps" as const, value: spans[at]?.rateBps ?? null },
            href: repurchaseHref(ofDays, days),
          },
        ],
        [`of${days}`, { unit: "count" as const, value: spans[at]?.buyers ?? 0 }],
      ]),
    );
  return {
    caption: text("metric.cohortRepurchase.title"),
    columns: [
      { key: "cohort", label: text("purchase.firstOrderIn") },
      { key: "buyers", label: text("purchase.people"), ...right },
      ...spanColumns,
      ...countColumns,
    ],
    rows: [{ ...whole, key: text("purchase.wholeWindow"), days: window }, ...months].map(
      ({ key, days, buyers, spans }) => ({
        key,
        cells: {
          cohort: key,
          buyers: { of: { unit: "count", value: buyers }, href: repurchaseHref(days) },
          ...cellsOf(spans, days),
        },
      }),
    ),
  };
}

/** Who first bought in the days, or of them those who came back within so many. */
export function repurchaseHref(days: DayWindow, within?: number): string {
  const query = new URLSearchParams({ window: "custom", from: days.from, until: lastDayOf(days) });
  if (within !== undefined) query.set("within", String(within));
  return `/merchant/insights/repurchase?${query}`;
}
