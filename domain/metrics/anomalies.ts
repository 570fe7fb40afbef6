import { type Bps, WHOLE_BPS } from "../money/fen";

/** What a distributor did in the window, and what is known of them (analytics.md, board 14). */
export type DistributorFacts = {
  clicks: number;
  orders: number;
  /** Orders that count for them though nobody opened a link of theirs before. */
  ordersWithoutClick: number;
  refundedOrders: number;
  /** Different people who paid the orders that were refunded. */
  refundedPayers: number;
  /** Orders delivered to the distributor's own address, or paid by their own WeChat identity. */
  ordersToOwnAddress: number;
  ordersByOwnPayer: number;
  /** Reports of deals made off the platform that the merchant has not dismissed. */
  offPlatformReports: number;
};

/** From where on something is worth a look. All counts are of the window. */
export type AnomalyThresholds = {
  clicksWithoutOrder: number;
  ordersWithoutClick: number;
  ownOrders: number;
  ringOrders: number;
  ringShareBps: Bps;
  ringOrdersPerPayer: number;
  offPlatformReports: number;
};

/** Until the merchant says otherwise. */
export const DEFAULT_ANOMALY_THRESHOLDS: AnomalyThresholds = {
  clicksWithoutOrder: 500,
  ordersWithoutClick: 3,
  ownOrders: 1,
  ringOrders: 4,
  ringShareBps: 5_000,
  ringOrdersPerPayer: 2,
  offPlatformReports: 1,
};

/** Many openings and not one order: bought clicks, or a link in the wrong place. */
function hasClicksWithoutOrders(
  facts: Pick<DistributorFacts, "clicks" | "orders">,
  thresholds: Pick<AnomalyThresholds, "clicksWithoutOrder">,
): boolean {
  return facts.orders === 0 && facts.clicks >= thresholds.clicksWithoutOrder;
}

/** Orders that nobody came for: codes typed in for others, or clicks that are being lost. */
function hasOrdersWithoutClicks(
  facts: Pick<DistributorFacts, "ordersWithoutClick">,
  thresholds: Pick<AnomalyThresholds, "ordersWithoutClick">,
): boolean {
  return facts.ordersWithoutClick >= thresholds.ordersWithoutClick;
}

/** The distributor seems to be their own customer. */
function isOwnCustomer(
  facts: Pick<DistributorFacts, "ordersToOwnAddress" | "ordersByOwnPayer">,
  thresholds: Pick<AnomalyThresholds, "ownOrders">,
): boolean {
  return Math.max(facts.ordersToOwnAddress, facts.ordersByOwnPayer) >= thresholds.ownOrders;
}

/** A large part of the orders comes back, and from few people: orders made to be refunded. */
function isRefundRing(
  facts: Pick<DistributorFacts, "orders" | "refundedOrders" | "refundedPayers">,
  thresholds: Pick<AnomalyThresholds, "ringOrders" | "ringShareBps" | "ringOrdersPerPayer">,
): boolean {
  const { orders, refundedOrders, refundedPayers } = facts;
  return (
    refundedOrders >= thresholds.ringOrders &&
    refundedOrders * WHOLE_BPS >= orders * thresholds.ringShareBps &&
    refundedOrders >= refundedPayers * thresholds.ringOrdersPerPayer
  );
}

/** Somebody reported deals that pass the shop by. */
function isReportedOffPlatform(
  facts: Pick<DistributorFacts, "offPlatformReports">,
  thresholds: Pick<AnomalyThresholds, "offPlatformReports">,
): boolean {
  return facts.offPlatformReports >= thresholds.offPlatformReports;
}

/** In the order in which the board lists them. */
export const ANOMALIES = [
  "clicks_without_orders",
  "orders_without_clicks",
  "own_customer",
  "refund_ring",
  "off_platform",
] as const;
export type Anomaly = (typeof ANOMALIES)[number];

/** All that is odd about a distributor. */
export function listAnomalies(facts: DistributorFacts, thresholds: AnomalyThresholds): Anomaly[] {
  const judged: Record<Anomaly, boolean> = {
    clicks_without_orders: hasClicksWithoutOrders(facts, thresholds),
    orders_without_clicks: hasOrdersWithoutClicks(facts, thresholds),
    own_customer: isOwnCustomer(facts, thresholds),
    refund_ring: isRefundRing(facts, thresholds),
    off_platform: isReportedOffPlatform(facts, thresholds),
  };
  return ANOMALIES.filter((anomaly) => judged[anomaly]);
}
