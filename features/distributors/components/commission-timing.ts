import type { CommissionDetailView } from "@/features/commissions/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

/** When a commission becomes available, in one sentence. */
export function commissionTiming(commission: CommissionDetailView): string {
  const { state, settledAt, availableAt, heldReason, holdDays } = commission;
  if (state === "reversed") return mallText("distribution.commission.whenReversed");
  if (state === "held") return mallText("distribution.commission.whenHeld", { reason: heldReason });
  if (settledAt) {
    return mallText("distribution.commission.whenSettled", { moment: formatMoment(settledAt) });
  }
  if (availableAt) {
    return mallText("distribution.commission.whenAt", { moment: formatMoment(availableAt) });
  }
  return mallText("distribution.commission.whenReceipt", { days: holdDays });
}
