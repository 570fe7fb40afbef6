import type { Fen } from "../money/fen";
import type { OrderState } from "../orders/order-state";

export type BoughtLine = {
  quantity: number;
  payableFen: Fen;
  refundedQuantity: number;
  refundedFen: Fen;
};

/**
 * Why a bought line cannot be reviewed, or null: only what has arrived can be judged, and what went
 * back whole, goods or money, is not asked about.
 */
export function judgeReviewable(
  state: OrderState,
  line: BoughtLine,
): "not_received" | "refunded" | null {
  if (state === "refunded") return "refunded";
  if (state !== "received") return "not_received";
  const isPaidBack = line.payableFen > 0n && line.refundedFen >= line.payableFen;
  return isPaidBack || line.refundedQuantity >= line.quantity ? "refunded" : null;
}
