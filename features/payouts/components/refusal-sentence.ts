import { formatYuan } from "@/domain/money/format-yuan";
import type { PayoutRefusal } from "@/features/payouts/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

/** Why a withdrawal cannot be, and what to do about it, in one sentence. */
export function refusalSentence(refusal: PayoutRefusal): string {
  const { reason } = refusal;
  if (reason === "daily_cap" && refusal.leftFen <= 0n) {
    return mallText("distribution.withdrawal.request.faults.daily_cap_used");
  }
  return mallText(`distribution.withdrawal.request.faults.${reason}`, valuesOf(refusal));
}

function valuesOf(refusal: PayoutRefusal): Record<string, string> {
  switch (refusal.reason) {
    case "below_minimum":
      return { minimum: formatYuan(refusal.minimumFen) };
    case "above_available":
      return { available: formatYuan(refusal.availableFen) };
    case "in_debt":
      return { debt: formatYuan(refusal.debtFen) };
    case "daily_cap":
      return { left: formatYuan(refusal.leftFen) };
    case "cooling_down":
      return { until: formatMoment(refusal.until) };
    default:
      return {};
  }
}
