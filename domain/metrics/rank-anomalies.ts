import {
  type Anomaly,
  type AnomalyThresholds,
  type DistributorFacts,
  listAnomalies,
} from "./anomalies";

export type JudgedSuspect<Suspect> = Suspect & { anomalies: Anomaly[] };

/**
 * The odd ones among the suspects: those with most about them first, then those with more suspicious
 * orders, then with more clicks, then by id, so that the order is the same every time.
 */
export function rankAnomalies<Suspect extends DistributorFacts & { distributorId: string }>(
  suspects: readonly Suspect[],
  thresholds: AnomalyThresholds,
): JudgedSuspect<Suspect>[] {
  return suspects
    .map((suspect) => ({ ...suspect, anomalies: listAnomalies(suspect, thresholds) }))
    .filter(({ anomalies }) => anomalies.length > 0)
    .toSorted(
      (one, other) =>
        other.anomalies.length - one.anomalies.length ||
        suspiciousOrders(other) - suspiciousOrders(one) ||
        other.clicks - one.clicks ||
        (one.distributorId < other.distributorId ? -1 : 1),
    );
}

function suspiciousOrders(facts: DistributorFacts): number {
  const { ordersWithoutClick, refundedOrders, ordersToOwnAddress, ordersByOwnPayer } = facts;
  return ordersWithoutClick + refundedOrders + Math.max(ordersToOwnAddress, ordersByOwnPayer);
}
