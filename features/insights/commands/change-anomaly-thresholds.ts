import type { AnomalyThresholds } from "@/domain/metrics/anomalies";
import { type AnomalyFault, findAnomalyFaults } from "@/domain/metrics/anomaly-bounds";
import { recordAudit } from "@/features/audit/commands/record-audit";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

type Changed = { ok: true } | { ok: false; reason: "out_of_bounds"; faults: AnomalyFault[] };

/**
 * From now on the board of anomalies finds by these limits; what was kept by others is not shown any more.
 * Limits beyond their bounds are refused whole, each one named.
 */
export async function changeAnomalyThresholds(
  { merchantId, staffId }: Pick<StaffScope, "merchantId" | "staffId">,
  thresholds: AnomalyThresholds,
  now: Date,
): Promise<Changed> {
  const faults = findAnomalyFaults(thresholds);
  if (faults.length > 0) return { ok: false, reason: "out_of_bounds", faults };
  await inMerchant(merchantId, async (tx) => {
    const data = { anomalyThresholds: thresholds, anomalyChangedAt: now };
    await tx.analyticsSetting.upsert({
      where: { merchantId },
      create: { merchantId, ...data },
      update: data,
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "anomaly_setting.change",
      objectKind: "merchant",
      objectId: merchantId,
      details: thresholds,
      now,
    });
  });
  return { ok: true };
}
