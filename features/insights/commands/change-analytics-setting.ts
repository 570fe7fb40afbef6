import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AnalyticsSetting } from "@/features/insights/schema";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/** Changes what the boards take from the merchant; it counts for all days, also those that are past. */
export async function changeAnalyticsSetting(
  { merchantId, staffId }: Pick<StaffScope, "merchantId" | "staffId">,
  input: AnalyticsSetting,
  now: Date,
): Promise<{ ok: true }> {
  const { activityWeights, ...rest } = input;
  await inMerchant(merchantId, async (tx) => {
    const data = { ...rest, activityWeights };
    await tx.analyticsSetting.upsert({
      where: { merchantId },
      create: { merchantId, ...data },
      update: data,
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "analytics_setting.change",
      objectKind: "merchant",
      objectId: merchantId,
      details: {
        fixedCostPerDayFen: rest.fixedCostPerDayFen.toString(),
        freightCostPerOrderFen: rest.freightCostPerOrderFen.toString(),
        safetyDays: rest.safetyDays,
        slowMoverDays: rest.slowMoverDays,
        ...activityWeights,
      },
      now,
    });
  });
  return { ok: true };
}
