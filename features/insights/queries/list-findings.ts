import {
  ANOMALIES,
  type Anomaly,
  type AnomalyThresholds,
  type DistributorFacts,
} from "@/domain/metrics/anomalies";
import { rankAnomalies } from "@/domain/metrics/rank-anomalies";
import type { DayWindow } from "@/domain/metrics/window";
import { findSuspects } from "@/features/insights/queries/find-suspects";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type Finding = DistributorFacts & { distributorId: string; anomalies: Anomaly[] };

export type Findings = {
  /** How many each of the rules found. */
  counts: Record<Anomaly, number>;
  /** The reported ones first, then those with most about them. */
  rows: Finding[];
  /** When the ones that nobody reported were found; null where that was just now. */
  foundAt: Date | null;
};

type Asked = {
  merchantId: string;
  window: DayWindow;
  /** Only those whom this rule found. */
  anomaly: Anomaly | null;
  /** Only what was found about this one; null for all. */
  distributorId: string | null;
  /** Reports that were not dismissed, by whom they are about. */
  reports: ReadonlyMap<string, number>;
  limit: number;
  thresholds: AnomalyThresholds;
  /** What was kept before this moment was found by other thresholds; null where they never changed. */
  changedAt: Date | null;
};

/** By the rules about clicks and orders; `reported` are those of them who were reported besides. */
type Found = Omit<Findings, "counts"> & {
  counts: Omit<Record<Anomaly, number>, "off_platform">;
  reported: Finding[];
};

/**
 * Who is odd in a window. What clicks and orders tell is kept for the usual windows
 * (features/insights/commands/write-findings.ts); for any other one it is found in the months and days of
 * all distributors, which takes as long as it has days. Reports are counted as they stand.
 */
export async function listFindings(tx: MerchantTx, asked: Asked): Promise<Findings> {
  const { anomaly, reports, limit, thresholds } = asked;
  const found = (await readKept(tx, asked)) ?? (await findNow(tx, asked));
  const reported = rankAnomalies(
    [...reports].map(([distributorId, offPlatformReports]) => ({
      ...(found.reported.find((one) => one.distributorId === distributorId) ?? nothing),
      distributorId,
      offPlatformReports,
    })),
    thresholds,
  );
  const others = found.rows.filter(({ distributorId }) => !reports.has(distributorId));
  return {
    counts: { ...found.counts, off_platform: countOf("off_platform", reported) },
    rows: [...reported.filter((one) => isBy(anomaly, one)), ...others].slice(0, limit),
    foundAt: found.foundAt,
  };
}

const nothing = {
  clicks: 0,
  orders: 0,
  ordersWithoutClick: 0,
  refundedOrders: 0,
  refundedPayers: 0,
  ordersToOwnAddress: 0,
  ordersByOwnPayer: 0,
};

async function readKept(tx: MerchantTx, asked: Asked): Promise<Found | null> {
  const { merchantId, window, anomaly, distributorId, reports, limit, changedAt } = asked;
  const days = { fromDay: new Date(window.from), toDay: new Date(window.to) };
  const kept = await tx.anomalyWindow.findUnique({
    where: { merchantId_fromDay_toDay: { merchantId, ...days } },
  });
  if (!kept || (changedAt && kept.foundAt < changedAt)) return null;
  const omit = { merchantId: true, fromDay: true, toDay: true, place: true } as const;
  const where = { merchantId, ...days };
  if (distributorId) {
    const own = await tx.anomalyFinding.findMany({ where: { ...where, distributorId }, omit });
    return { ...sumFound(own.map(toFinding), asked), foundAt: kept.foundAt };
  }
  const rows = await tx.anomalyFinding.findMany({
    where: { ...where, ...(anomaly ? { anomalies: { has: anomaly } } : {}) },
    orderBy: { place: "asc" },
    take: limit,
    omit,
  });
  const reported = await tx.anomalyFinding.findMany({
    where: { ...where, distributorId: { in: [...reports.keys()] } },
    omit,
  });
  return {
    counts: {
      clicks_without_orders: kept.clicksWithoutOrders,
      orders_without_clicks: kept.ordersWithoutClicks,
      own_customer: kept.ownCustomer,
      refund_ring: kept.refundRing,
    },
    rows: rows.map(toFinding),
    reported: reported.map(toFinding),
    foundAt: kept.foundAt,
  };
}

function toFinding(
  row: Omit<Finding, "anomalies" | "offPlatformReports"> & { anomalies: string[] },
) {
  const anomalies = ANOMALIES.filter((one) => row.anomalies.includes(one));
  return { ...row, anomalies, offPlatformReports: 0 };
}

async function findNow(tx: MerchantTx, asked: Asked): Promise<Found> {
  const { merchantId, window, distributorId, thresholds } = asked;
  const suspects = await findSuspects(tx, { merchantId, windows: [window], thresholds });
  const judged = suspects.map(({ from: _from, to: _to, ...facts }) => ({
    ...facts,
    offPlatformReports: 0,
  }));
  const all = rankAnomalies(judged, thresholds);
  const own = distributorId ? all.filter((one) => one.distributorId === distributorId) : all;
  return { ...sumFound(own, asked), foundAt: null };
}

/** All that was found, counted and cut to what is asked for. */
function sumFound(
  all: readonly Finding[],
  { anomaly, reports, limit }: Asked,
): Omit<Found, "foundAt"> {
  return {
    counts: {
      clicks_without_orders: countOf("clicks_without_orders", all),
      orders_without_clicks: countOf("orders_without_clicks", all),
      own_customer: countOf("own_customer", all),
      refund_ring: countOf("refund_ring", all),
    },
    rows: all.filter((one) => isBy(anomaly, one)).slice(0, limit),
    reported: all.filter(({ distributorId }) => reports.has(distributorId)),
  };
}

function isBy(anomaly: Anomaly | null, { anomalies }: Finding): boolean {
  return anomaly === null || anomalies.includes(anomaly);
}

function countOf(anomaly: Anomaly, findings: readonly Finding[]): number {
  return findings.filter((one) => isBy(anomaly, one)).length;
}
