import type { Anomaly, AnomalyThresholds } from "@/domain/metrics/anomalies";
import { rankAnomalies } from "@/domain/metrics/rank-anomalies";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import { keptWindows } from "@/domain/metrics/window-preset";
import { findSuspects, type Suspect } from "@/features/insights/queries/find-suspects";
import { getAnomalySetting } from "@/features/insights/queries/get-anomaly-setting";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** As many as one statement's parameters hold. */
const rowsAtOnce = 1_000;
const noReports = { offPlatformReports: 0 };

/**
 * Finds anew who is odd in the usual windows and drops the findings of others. What was reported is counted
 * when the board is asked: a report shows at once.
 */
export async function writeFindings(
  tx: MerchantTx,
  { merchantId, now }: { merchantId: string; now: Date },
): Promise<void> {
  const windows = keptWindows(shanghaiDay(now));
  const { thresholds } = await getAnomalySetting(tx, { merchantId });
  const suspects = await findSuspects(tx, { merchantId, windows, thresholds });
  await tx.anomalyFinding.deleteMany({ where: { merchantId } });
  await tx.anomalyWindow.deleteMany({ where: { merchantId } });
  for (const window of windows) {
    const own = suspects.filter(({ from, to }) => from === window.from && to === window.to);
    await writeWindow(tx, { merchantId, now, window, thresholds, suspects: own });
  }
}

async function writeWindow(
  tx: MerchantTx,
  found: {
    merchantId: string;
    now: Date;
    window: DayWindow;
    thresholds: AnomalyThresholds;
    suspects: readonly Suspect[];
  },
): Promise<void> {
  const { merchantId, now, window, thresholds, suspects } = found;
  const days = { fromDay: new Date(window.from), toDay: new Date(window.to) };
  const judged = suspects.map((suspect) => ({ ...suspect, ...noReports }));
  const ranked = rankAnomalies(judged, thresholds);
  const countOf = (anomaly: Anomaly) =>
    ranked.filter(({ anomalies }) => anomalies.includes(anomaly)).length;
  await tx.anomalyWindow.create({
    data: {
      merchantId,
      ...days,
      foundAt: now,
      clicksWithoutOrders: countOf("clicks_without_orders"),
      ordersWithoutClicks: countOf("orders_without_clicks"),
      ownCustomer: countOf("own_customer"),
      refundRing: countOf("refund_ring"),
    },
  });
  const rows = ranked.map(({ from: _from, to: _to, offPlatformReports: _none, ...finding }, at) => {
    return { merchantId, ...days, ...finding, place: at + 1 };
  });
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await tx.anomalyFinding.createMany({ data: rows.slice(at, at + rowsAtOnce) });
  }
}
