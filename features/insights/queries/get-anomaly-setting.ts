import { z } from "zod";
import { type AnomalyThresholds, DEFAULT_ANOMALY_THRESHOLDS } from "@/domain/metrics/anomalies";
import type { MerchantTx } from "@/lib/db/in-merchant";

const limit = z.int().min(1);
const keptThresholds = z.object({
  clicksWithoutOrder: limit,
  ordersWithoutClick: limit,
  ownOrders: limit,
  ringOrders: limit,
  ringShareBps: limit,
  ringOrdersPerPayer: limit,
  offPlatformReports: limit,
});

/** From where on a merchant's board of anomalies finds something, and since when; null where never changed. */
export async function getAnomalySetting(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<{ thresholds: AnomalyThresholds; changedAt: Date | null }> {
  const row = await tx.analyticsSetting.findUnique({ where: { merchantId } });
  const kept = keptThresholds.safeParse(row?.anomalyThresholds);
  return {
    thresholds: kept.success ? kept.data : DEFAULT_ANOMALY_THRESHOLDS,
    changedAt: row?.anomalyChangedAt ?? null,
  };
}
