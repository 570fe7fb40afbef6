import type { Figure } from "@/domain/metrics/figure";
import type { BoardTable, InsightText } from "@/features/insights/components/board-table";
import type { ActivityBoard } from "@/features/insights/queries/ask-activity-board";
import type { Activity } from "@/features/insights/queries/read-activity";

const right = { align: "right" } as const;
const count = (value: number): Figure => ({ unit: "count", value });

/** The figures of a window's activity by the names of their metrics, in reading order. */
export function activityFigures(activity: Activity) {
  return {
    actives: count(activity.measures.people.actives),
    activeRate: { unit: "bps", value: activity.activeRateBps },
    newcomers: count(activity.newcomers),
    returning: count(activity.returning),
    dormant: count(activity.dormant),
    lost: count(activity.lost),
    stickiness: { unit: "bps", value: activity.stickinessBps },
    activeDays: { unit: "tenths", value: activity.activeDaysTenths },
    knownPeople: count(activity.known),
  } as const satisfies Record<string, Figure>;
}

/** Actives by day, week or month. */
export function activesTable(
  { periods, unit }: ActivityBoard,
  text: InsightText,
  hrefOf: (from: string, to: string) => string,
): BoardTable {
  return {
    caption: text("metric.actives.title"),
    columns: [
      { key: "period", label: text(`sales.unit.${unit}`) },
      { key: "actives", label: text("metric.actives.title"), ...right },
    ],
    rows: periods.map(({ period, actives }) => ({
      key: period.from,
      cells: {
        period: period.whole ? period.key : text("sales.partOf", { period: period.key }),
        actives: { of: count(actives), href: hrefOf(period.from, period.to) },
      },
    })),
  };
}
