import type { MetricName } from "@/domain/metrics/metric-list";
import { boardQuery, type TypedBoard } from "@/features/insights/schema";

/** The people that a metric counts, by the name of their list. */
const people: Partial<Record<MetricName, string>> = {
  buyers: "buyers",
  valuePerBuyer: "buyers",
  repeatBuyers: "repeatBuyers",
  repurchaseRate: "repeatBuyers",
  visitors: "visitors",
  viewers: "viewers",
  favouriters: "favouriters",
  carters: "carters",
  checkouters: "checkouters",
  converted: "converted",
  conversion: "converted",
  actives: "actives",
  reviewers: "reviewers",
  sharers: "sharers",
  shareRate: "visitingSharers",
  broughtPerSharer: "sharers",
  brought: "brought",
  reshareRate: "resharers",
};

const refunds: readonly MetricName[] = ["refundedSales", "refundedUnits", "refundCount"];

/** Where a figure of a board opens to: the people, refunds or orders that it is made of. */
export function listBehind(metric: MetricName, typed: TypedBoard): string {
  const question = people[metric];
  if (question) return `/merchant/insights/people?${boardQuery(typed, { question })}`;
  const kind = refunds.includes(metric) ? "refund" : undefined;
  return `/merchant/insights/orders?${boardQuery(typed, { kind })}`;
}
