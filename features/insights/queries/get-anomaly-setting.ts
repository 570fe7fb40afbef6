import { type AnomalyThresholds, DEFAULT_ANOMALY_THRESHOLDS } from "@/domain/metrics/anomalies";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** From where on a merchant's board of anomalies finds something, and since when; null where never changed. */
export async function getAnomalySetting(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<{ thresholds: AnomalyThresholds; changedAt: Date | null }> {
  const row = await tx.anomalySetting.findUnique({ where: { merchantId } });
  if (!row) return { thresholds: DEFAULT_ANOMALY_THRESHOLDS, changedAt: null };
  const { merchantId: _own, changedAt, ...thresholds } = row;
  return { thresholds, changedAt };
}
