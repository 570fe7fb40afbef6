import type { Anomaly } from "@/domain/metrics/anomalies";
import type { MetricName } from "@/domain/metrics/metric-list";
import { boardQuery, type TypedBoard } from "@/features/insights/schema";

const board = "/merchant/insights/anomalies";

/** How many distributors each rule found, as a metric. */
export const ANOMALY_METRICS = {
  clicks_without_orders: "clicksWithoutOrders",
  orders_without_clicks: "ordersWithoutClicks",
  own_customer: "ownCustomers",
  refund_ring: "refundRings",
  off_platform: "offPlatformReports",
} as const satisfies Record<Anomaly, MetricName>;

/** The distributors whom one rule found, or all. */
export function findingsHref(typed: TypedBoard, anomaly: Anomaly | null): string {
  return `${board}?${boardQuery(typed, { anomaly: anomaly ?? undefined })}#findings`;
}

/** The clicks, orders or reports that a finding is made of; of all distributors where none is named. */
export function anomalyHref(typed: TypedBoard, anomaly: Anomaly, distributor?: string): string {
  if (anomaly === "clicks_without_orders") {
    return `${board}/clicks?${boardQuery(typed, { distributor })}`;
  }
  if (anomaly === "off_platform") return `${board}/reports?${boardQuery(typed, { distributor })}`;
  return `${board}/orders?${boardQuery(typed, { list: anomaly, distributor })}`;
}
