import { DEFAULT_ACTIVITY_WEIGHTS } from "@/domain/metrics/activity-index";
import { type AnalyticsSetting, activityWeightsSchema } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What the boards take from the merchant, with the usual values where nothing was ever set. */
export async function getAnalyticsSetting(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<AnalyticsSetting> {
  const [row] = await tx.$queryRaw<
    (Omit<AnalyticsSetting, "activityWeights"> & { activityWeights: unknown })[]
  >`
    select fixed_cost_per_day_fen as "fixedCostPerDayFen", freight_cost_per_order_fen as "freightCostPerOrderFen",
      safety_days as "safetyDays", slow_mover_days as "slowMoverDays", activity_weights as "activityWeights"
    from analytics_setting where merchant_id = ${merchantId}::uuid`;
  const weights = activityWeightsSchema.safeParse(row?.activityWeights);
  return {
    fixedCostPerDayFen: row?.fixedCostPerDayFen ?? 0n,
    freightCostPerOrderFen: row?.freightCostPerOrderFen ?? 0n,
    safetyDays: row?.safetyDays ?? 7,
    slowMoverDays: row?.slowMoverDays ?? 60,
    activityWeights: weights.success ? weights.data : DEFAULT_ACTIVITY_WEIGHTS,
  };
}
