import { listOrderRefunds } from "@/features/refunds/queries/list-order-refunds";
import type { RefundView } from "@/features/refunds/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * The refunds of a customer's own order as they may see them: no notes of staff, no names, nothing of
 * what WeChat said to the merchant. Empty for an order that is not theirs.
 */
export async function listCustomerRefunds(
  tx: MerchantTx,
  question: { merchantId: string; customerId: string; orderNo: string },
): Promise<RefundView[]> {
  const { merchantId, customerId, orderNo } = question;
  const own = await tx.order.count({ where: { merchantId, customerId, orderNo } });
  if (own === 0) return [];
  const refunds = await listOrderRefunds(tx, { merchantId, orderNo });
  return refunds.map(
    ({
      note: _note,
      failure: _failure,
      requestedByName: _name,
      endedReason: _why,
      endedByName: _who,
      isLate: _late,
      ...refund
    }) => refund,
  );
}
