import type { Fen } from "@/domain/money/fen";
import { judgePayment } from "@/domain/orders/judge-payment";
import { noteEvent } from "@/features/inbox/commands/note-event";
import { quarantineEvent } from "@/features/inbox/commands/quarantine-event";
import type { ProviderEvent } from "@/features/inbox/schema";
import { reopenOrder } from "@/features/orders/commands/reopen-order";
import { bookPayment } from "@/features/payments/commands/book-payment";
import { completePayment } from "@/features/payments/commands/complete-payment";
import { returnLatePayment } from "@/features/payments/commands/return-late-payment";
import {
  type FoundPayment,
  findReportedPayment,
} from "@/features/payments/queries/find-reported-payment";
import type { PaymentOutcome, PaymentResult } from "@/features/payments/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

type Arrival = {
  merchantId: string;
  result: PaymentResult;
  transactionId: string;
  amountFen: Fen;
  now: Date;
};

/**
 * The only way in which an order becomes paid, for notifications and polls alike: one transaction with
 * payment, stock, commissions, ledger and audit. Any number of repetitions, at once or over days, has
 * one effect. Anything but a success has none.
 */
export async function applyPaymentResult(
  merchantId: AuthorizedMerchantId,
  result: PaymentResult,
  now: Date,
): Promise<PaymentOutcome> {
  const { tradeState, transactionId, totalFen, currency } = result.transaction;
  if (tradeState !== "SUCCESS" || transactionId === null) return { outcome: "no_effect" };
  return inMerchant(merchantId, async (tx) => {
    if (totalFen !== null && currency === "CNY") {
      const arrival = { merchantId, result, transactionId, amountFen: totalFen, now };
      if (await payOrder(tx, arrival)) return { outcome: "applied" };
    }
    return judge(tx, { merchantId, result, transactionId, amountFen: totalFen, now });
  });
}

async function payOrder(tx: MerchantTx, arrival: Arrival): Promise<boolean> {
  const completed = await completePayment(tx, arrival);
  if (completed === null) return false;
  const { merchantId, now } = arrival;
  await bookPayment(tx, { ...completed, merchantId, now });
  return true;
}

/** The guarded update found nothing to do: says why, under a lock, and does what follows from it. */
async function judge(
  tx: MerchantTx,
  arrival: Omit<Arrival, "amountFen"> & { amountFen: Fen | null },
): Promise<PaymentOutcome> {
  const { merchantId, result, transactionId, amountFen, now } = arrival;
  const { appId, mchId, currency, outTradeNo } = result.transaction;
  const found = await findReportedPayment(tx, { merchantId, mchId, outTradeNo, transactionId });
  const reported = { appId, mchId, currency, amountFen, transactionId };
  const verdict = judgePayment(reported, found);
  if (verdict.kind === "mismatch" || found === null || amountFen === null) {
    const reason = verdict.kind === "mismatch" ? verdict.reason : "unknown_order";
    const detail = describe(result, found);
    await quarantineEvent(tx, { ...eventOf(arrival), reason, detail, now });
    return { outcome: "quarantined", reason };
  }
  if (verdict.kind === "already_applied") {
    await noteEvent(tx, { ...eventOf(arrival), outcome: "no_effect", now });
    return { outcome: "no_effect" };
  }
  const paid = { merchantId, result, transactionId, amountFen, now };
  return settleUnexpected(tx, paid, found, verdict.kind);
}

/** The money is truly there: it pays the order if that is still possible, else it goes back. */
async function settleUnexpected(
  tx: MerchantTx,
  arrival: Arrival,
  found: FoundPayment,
  kind: "pays" | "paid_after_close" | "paid_twice",
): Promise<PaymentOutcome> {
  const { merchantId, transactionId, amountFen, now } = arrival;
  const { orderId, paymentId } = found;
  const payable =
    kind === "pays" ||
    (kind === "paid_after_close" && (await reopenOrder(tx, { merchantId, orderId, now })).ok);
  if (payable) {
    if (await payOrder(tx, arrival)) return { outcome: "applied" };
    throw new Error(`payment ${paymentId} matches its order and yet does not pay it`);
  }
  const { succeededAt } = arrival.result.transaction;
  await returnLatePayment(tx, {
    merchantId,
    orderId,
    paymentId,
    transactionId,
    amountFen,
    paidTwice: kind === "paid_twice",
    succeededAt: succeededAt ?? now,
    now,
  });
  await noteEvent(tx, { ...eventOf(arrival), outcome: "applied", now });
  return { outcome: "refunding" };
}

function eventOf(arrival: { merchantId: string; result: PaymentResult }): ProviderEvent {
  const { merchantId, result } = arrival;
  const { eventId, bodySha256 } = result;
  return { merchantId, eventId, kind: "payment", bodySha256 };
}

/** What staff need to look into it: what was said, and what we had asked for. */
function describe(result: PaymentResult, found: FoundPayment | null): Record<string, string> {
  const { appId, mchId, outTradeNo, transactionId, totalFen, currency } = result.transaction;
  const said = {
    appId,
    mchId,
    outTradeNo,
    transactionId: transactionId ?? "",
    amountFen: totalFen?.toString() ?? "",
    currency,
  };
  if (found === null) return said;
  const expected = {
    expectedAppId: found.appId,
    expectedMchId: found.mchId,
    expectedAmountFen: found.amountFen.toString(),
  };
  return { ...said, ...expected, orderId: found.orderId, paymentId: found.paymentId };
}
