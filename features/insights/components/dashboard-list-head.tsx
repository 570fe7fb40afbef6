import { type ListBehind, metricsOfList } from "@/domain/metrics/list-of-metric";
import { isMeasuredMetric, measure } from "@/domain/metrics/metric-list";
import { activityFigures } from "@/features/insights/components/activity-tables";
import {
  type MetricCardContent,
  MetricCards,
} from "@/features/insights/components/dashboard-metric-card";
import type { ListHead as Head } from "@/features/insights/queries/read-list-head";

/** What a list's rows add up to, and the figures that open to it: they are those of the boards. */
export function ListHead({ head, behind }: { head: Head; behind: ListBehind }) {
  const { measures, activity, newBuyers } = head;
  const others: Record<string, MetricCardContent["figure"]> = {
    ...(activity ? activityFigures(activity) : {}),
    ...(newBuyers === null ? {} : { newBuyers: { unit: "count", value: newBuyers } }),
  };
  const cards = metricsOfList(behind).flatMap((metric) => {
    const figure = isMeasuredMetric(metric) ? measure(metric, measures) : others[metric];
    return figure ? [{ metric, figure }] : [];
  });
  return <MetricCards cards={cards} />;
}
