/** How far the way back of money that came in too late is; null when none came. */
export type LateRefundProgress = "under_way" | "arrived" | null;

/** Under way as long as one of the refunds of late payments has not arrived, also when WeChat had trouble. */
export function lateRefundProgress(refunds: readonly { state: string }[]): LateRefundProgress {
  if (refunds.length === 0) return null;
  return refunds.every(({ state }) => state === "success") ? "arrived" : "under_way";
}
