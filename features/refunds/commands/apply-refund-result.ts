import { recordAudit } from "@/features/audit/commands/record-audit";
import { noteEvent } from "@/features/inbox/commands/note-event";
import { quarantineEvent } from "@/features/inbox/commands/quarantine-event";
import { bookRefund } from "@/features/refunds/commands/book-refund";
import { lockRefundedDistributors } from "@/features/refunds/commands/lock-refunded-distributors";
import { releaseRefundedLines } from "@/features/refunds/commands/release-refunded-lines";
import {
  type FoundRefund,
  findReportedRefund,
} from "@/features/refunds/queries/find-reported-refund";
import type { RefundOutcome, RefundResult } from "@/features/refunds/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

type Arrival = { merchantId: string; result: RefundResult; now: Date };

const stateOf = {
  SUCCESS: "success",
  PROCESSING: "processing",
  CLOSED: "closed",
  ABNORMAL: "abnormal",
} as const;

/**
 * What became of a refund, from a notification, a query or the answer to the request itself: one
 * transaction with the refund, the order and its lines, commissions, stock, ledger and audit. Any
 * number of repetitions in any order has one effect; what does not match the refund that we asked for
 * is put away and shown.
 */
export async function applyRefundResult(
  merchantId: AuthorizedMerchantId,
  result: RefundResult,
  now: Date,
): Promise<RefundOutcome> {
  return inMerchant(merchantId, async (tx) => {
    const arrival = { merchantId, result, now };
    const { outRefundNo } = result.refund;
    const found = await findReportedRefund(tx, { merchantId, outRefundNo });
    const mismatch = findMismatch(result, found);
    if (mismatch !== null || found === null) {
      return quarantine(tx, arrival, mismatch ?? "unknown_refund");
    }
    const changed = await moveRefund(tx, arrival, found);
    const event = { merchantId, eventId: result.eventId, kind: "refund" as const };
    const outcome = changed ? ("applied" as const) : ("no_effect" as const);
    await noteEvent(tx, { ...event, bodySha256: result.bodySha256, outcome, now });
    return { outcome };
  });
}

function findMismatch(result: RefundResult, found: FoundRefund | null): string | null {
  const { mchId, refund } = result;
  if (found === null) return "unknown_refund";
  if (mchId !== found.mchId) return "wrong_mchid";
  if (refund.outTradeNo !== found.outTradeNo) return "wrong_order";
  if (refund.transactionId !== found.transactionId) return "wrong_transaction";
  if (refund.refundFen !== found.amountFen) return "wrong_amount";
  if (refund.totalFen !== found.paidFen) return "wrong_total";
  // Closed means that no money goes; who then says that it went is contradicting, and a person looks.
  if (found.state === "closed" && refund.status === "SUCCESS") return "refund_was_closed";
  // The customer has had it by another way, and now from WeChat as well.
  if (found.paidElsewhere && refund.status === "SUCCESS") return "refund_paid_elsewhere";
  return null;
}

async function quarantine(
  tx: MerchantTx,
  { merchantId, result, now }: Arrival,
  reason: string,
): Promise<RefundOutcome> {
  const { eventId, bodySha256, mchId, refund } = result;
  const detail = {
    mchId,
    outTradeNo: refund.outTradeNo,
    outRefundNo: refund.outRefundNo,
    refundFen: refund.refundFen.toString(),
  };
  const event = { merchantId, eventId, kind: "refund" as const, bodySha256 };
  await quarantineEvent(tx, { ...event, reason, detail, now });
  return { outcome: "quarantined", reason };
}

/** The guarded update: a refund that has succeeded stays so, whatever comes later or out of order. */
async function moveRefund(tx: MerchantTx, arrival: Arrival, found: FoundRefund): Promise<boolean> {
  const { merchantId, result, now } = arrival;
  const { refundId: id, orderId } = found;
  const { refund } = result;
  const state = stateOf[refund.status];
  if (state === "success") await lockRefundedDistributors(tx, { merchantId, refund: found });
  const { count } = await tx.refund.updateMany({
    where: {
      merchantId,
      id,
      state: {
        in: state === "processing" ? ["requested"] : ["requested", "processing", "abnormal"],
      },
      NOT: { state },
    },
    data: {
      state,
      refundId: refund.refundId,
      failure: "",
      ...(state === "success" ? { succeededAt: refund.succeededAt ?? now } : {}),
      ...(state === "closed" ? { closedAt: now } : {}),
    },
  });
  if (count === 0) return false;
  await recordAudit(tx, {
    merchantId,
    actor: { kind: "wechat" },
    action: `refund.${state}`,
    objectKind: "order",
    objectId: orderId,
    details: { refundId: id, amountFen: found.amountFen.toString() },
    now,
  });
  if (state === "closed") await releaseRefundedLines(tx, { merchantId, refundId: id });
  if (state === "success") await bookRefund(tx, { merchantId, refund: found, now });
  return true;
}
