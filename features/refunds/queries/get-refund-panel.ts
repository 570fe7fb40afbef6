import { sumFen } from "@/domain/money/fen";
import { askedFen, judgeRefund } from "@/domain/refunds/judge-refund";
import {
  type LoadedOrder,
  loadRefundableOrder,
} from "@/features/refunds/queries/load-refundable-order";
import type { RefundPanelView } from "@/features/refunds/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What may be refunded of an order now, line by line; null for another merchant's number. */
export async function getRefundPanel(
  tx: MerchantTx,
  question: { merchantId: string; orderNo: string; now: Date },
): Promise<RefundPanelView | null> {
  const { merchantId, orderNo, now } = question;
  const order = await loadRefundableOrder(tx, { merchantId, orderNo });
  if (order === null) return null;
  const { lines, freightFen, isUnshipped } = order;
  const freightLeftFen = freightFen - order.refundedFreightFen - order.inFlightFreightFen;
  return {
    orderNo,
    lines,
    freightFen,
    freightLeftFen,
    isUnshipped,
    askedFen: askedFen(order),
    blocked: blockedBy(order, freightLeftFen, now),
  };
}

/** Whether all that is left could be asked for; what only concerns single lines does not block. */
function blockedBy(order: LoadedOrder, freightFen: bigint, now: Date): RefundPanelView["blocked"] {
  const leftFen = sumFen(
    order.lines.map((one) => one.payableFen - one.refundedFen - one.inFlightFen),
  );
  const one = { lines: [], freightFen: leftFen + freightFen };
  const refusal = judgeRefund(order, { ...one, seenRefundedFen: askedFen(order) }, now);
  const blocking = ["not_paid", "nothing", "too_many", "too_old"] as const;
  return blocking.find((reason) => reason === refusal) ?? null;
}
