import { WHOLE_BPS } from "../money/fen";
import type { AnomalyThresholds } from "./anomalies";

type Bounds = { least: number; most: number };
export type AnomalyFault = Bounds & { name: keyof AnomalyThresholds };

/** Between which every limit stands, both ends allowed: below, everybody is found; above, nobody ever. */
const ANOMALY_BOUNDS: Record<keyof AnomalyThresholds, Bounds> = {
  clicksWithoutOrder: { least: 10, most: 1_000_000 },
  ordersWithoutClick: { least: 1, most: 10_000 },
  ownOrders: { least: 1, most: 10_000 },
  ringOrders: { least: 1, most: 10_000 },
  ringShareBps: { least: 100, most: WHOLE_BPS },
  ringOrdersPerPayer: { least: 1, most: 100 },
  offPlatformReports: { least: 1, most: 100 },
};

const names = Object.keys(ANOMALY_BOUNDS) as (keyof AnomalyThresholds)[];

/** Which limits are no whole number within their bounds, each with these; none where all are. */
export function findAnomalyFaults(thresholds: AnomalyThresholds): AnomalyFault[] {
  return names.flatMap((name) => {
    const { least, most } = ANOMALY_BOUNDS[name];
    const limit = thresholds[name];
    const isWithin = Number.isInteger(limit) && limit >= least && limit <= most;
    return isWithin ? [] : [{ name, least, most }];
  });
}
