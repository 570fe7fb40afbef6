import { countUnits } from "@/domain/orders/count-units";
import { lateRefundProgress } from "@/domain/orders/late-refund-progress";
import { nextStep } from "@/domain/orders/next-step";
import { lineSelect } from "@/features/orders/queries/line-select";
import { toLineView } from "@/features/orders/queries/to-line-view";
import { toReceiverView } from "@/features/orders/queries/to-receiver-view";
import type { CustomerOrderView, OrderMoment } from "@/features/orders/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const dayMs = 86_400_000;

/** An own order in full, with the next step; null for an order that is not this customer's. */
export async function getCustomerOrder(
  tx: MerchantTx,
  question: { merchantId: string; customerId: string; orderNo: string; now: Date },
): Promise<CustomerOrderView | null> {
  const { merchantId, customerId, orderNo, now } = question;
  const row = await tx.order.findUnique({
    where: { merchantId_orderNo: { merchantId, orderNo }, customerId },
    include: {
      lines: { orderBy: { lineNo: "asc" }, select: lineSelect },
      refunds: { select: { state: true, succeededAt: true, payment: { select: { state: true } } } },
    },
  });
  if (!row) return null;
  const { state, shippedAt, policyVersion } = row;
  const late = row.refunds.filter(({ payment }) => payment.state === "late");
  return {
    orderNo,
    state,
    nextStep: nextStep({ ...row, lateRefund: lateRefundProgress(late), now }),
    createdAt: row.createdAt,
    paymentDueAt: row.paymentDueAt,
    payableFen: row.payableFen,
    quantity: countUnits(row.lines),
    lines: row.lines.map(toLineView),
    goodsFen: row.goodsFen,
    discountFen: row.discountFen,
    freightFen: row.freightFen,
    refundedFen: row.refundedFen,
    receiver: toReceiverView(row),
    note: row.note,
    carrier: row.carrier,
    trackingNo: row.trackingNo,
    closeReason: row.closeReason,
    receivesItselfAt:
      state === "shipped" && shippedAt
        ? await receivesItselfAt(tx, { merchantId, policyVersion, shippedAt })
        : null,
    moments: momentsOf(row),
  };
}

async function receivesItselfAt(
  tx: MerchantTx,
  order: { merchantId: string; policyVersion: number; shippedAt: Date },
): Promise<Date> {
  const { merchantId, policyVersion: version, shippedAt } = order;
  const policy = await tx.merchantPolicy.findUniqueOrThrow({
    where: { merchantId_version: { merchantId, version } },
    select: { autoReceiveDays: true },
  });
  return new Date(shippedAt.getTime() + policy.autoReceiveDays * dayMs);
}

function momentsOf(row: {
  createdAt: Date;
  paidAt: Date | null;
  shippedAt: Date | null;
  receivedAt: Date | null;
  closedAt: Date | null;
  refunds: readonly { succeededAt: Date | null }[];
}): OrderMoment[] {
  const moments: { kind: OrderMoment["kind"]; at: Date | null }[] = [
    { kind: "placed", at: row.createdAt },
    { kind: "paid", at: row.paidAt },
    { kind: "shipped", at: row.shippedAt },
    { kind: "received", at: row.receivedAt },
    { kind: "closed", at: row.closedAt },
    ...row.refunds.map(({ succeededAt }) => ({ kind: "refunded" as const, at: succeededAt })),
  ];
  return moments
    .flatMap(({ kind, at }) => (at ? [{ kind, at }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
