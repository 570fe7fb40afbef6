import type { Fen } from "../money/fen";
import type { OrderState } from "./order-state";

/** What the payment provider says of a payment. */
export type ReportedPayment = {
  appId: string;
  mchId: string;
  currency: string;
  /** Null when the provider named no amount. */
  amountFen: Fen | null;
  transactionId: string;
};

/** What we asked for, and what has become of it. */
export type KnownPayment = {
  appId: string;
  mchId: string;
  amountFen: Fen;
  state: "created" | "success" | "closed" | "late";
  transactionId: string | null;
  orderState: OrderState;
  /** Whether another payment of ours carries the reported transaction. */
  transactionUsedElsewhere: boolean;
};

export type PaymentMismatch =
  | "unknown_order"
  | "wrong_mchid"
  | "wrong_appid"
  | "wrong_currency"
  | "wrong_amount"
  | "second_transaction"
  | "transaction_reused";

export type PaymentVerdict =
  /** To be shown to staff, never applied. */
  | { kind: "mismatch"; reason: PaymentMismatch }
  | { kind: "already_applied" }
  /** The order waits for exactly this payment. */
  | { kind: "pays" }
  /** The order was closed: it is reopened if the goods are still there, else the money goes back. */
  | { kind: "paid_after_close" }
  /** Another payment has paid the order: this one goes back. */
  | { kind: "paid_twice" };

/**
 * Judges a reported success against what was asked for (money.md 4). The order of the checks matters
 * to people only: the first thing that is wrong is the one that is shown.
 */
export function judgePayment(
  reported: ReportedPayment,
  known: KnownPayment | null,
): PaymentVerdict {
  const reason = findMismatch(reported, known);
  if (reason !== null || known === null) {
    return { kind: "mismatch", reason: reason ?? "unknown_order" };
  }
  if (known.state === "success" || known.state === "late") {
    return known.transactionId === reported.transactionId
      ? { kind: "already_applied" }
      : { kind: "mismatch", reason: "second_transaction" };
  }
  if (known.transactionUsedElsewhere) return { kind: "mismatch", reason: "transaction_reused" };
  if (known.orderState === "awaiting_payment") return { kind: "pays" };
  return { kind: known.orderState === "closed" ? "paid_after_close" : "paid_twice" };
}

function findMismatch(
  reported: ReportedPayment,
  known: KnownPayment | null,
): PaymentMismatch | null {
  if (known === null) return "unknown_order";
  if (reported.mchId !== known.mchId) return "wrong_mchid";
  if (reported.appId !== known.appId) return "wrong_appid";
  if (reported.currency !== "CNY") return "wrong_currency";
  if (reported.amountFen !== known.amountFen) return "wrong_amount";
  return null;
}
