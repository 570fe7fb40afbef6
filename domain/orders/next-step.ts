import type { LateRefundProgress } from "./late-refund-progress";
import type { OrderState } from "./order-state";

/** What the customer can do next with an order, or waits for. */
export type NextStep =
  | "pay"
  | "payment_overdue"
  | "wait_for_shipment"
  | "confirm_receipt"
  | "wait_for_refund"
  | "refund_arrived"
  | "nothing";

/** A payment that came too late goes before everything else: the customer's money is under way. */
export function nextStep(order: {
  state: OrderState;
  paymentDueAt: Date;
  lateRefund: LateRefundProgress;
  now: Date;
}): NextStep {
  const { state, paymentDueAt, lateRefund, now } = order;
  if (lateRefund === "under_way") return "wait_for_refund";
  switch (state) {
    case "awaiting_payment":
      return paymentDueAt > now ? "pay" : "payment_overdue";
    case "paid":
      return "wait_for_shipment";
    case "shipped":
      return "confirm_receipt";
    case "refunded":
      return "refund_arrived";
    case "closed":
      return lateRefund === "arrived" ? "refund_arrived" : "nothing";
    case "received":
      return "nothing";
  }
}
