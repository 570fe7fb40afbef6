import type { AnomalyThresholds } from "@/domain/metrics/anomalies";
import { recordAudit } from "@/features/audit/commands/record-audit";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/** From now on the board of anomalies finds by these limits; what was kept by others is not shown any more. */
export async function changeAnomalyThresholds(
  { merchantId, staffId }: Pick<StaffScope, "merchantId" | "staffId">,
  thresholds: AnomalyThresholds,
  now: Date,
): Promise<{ ok: true }> {
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
