import type { Fen } from "../money/fen";
import { distributorAccount, merchantAccount } from "./account-ref";
import { type TransferDraft, withoutZero } from "./transfer-draft";

export type AccruedCommission = { commissionId: string; distributorId: string; commissionFen: Fen };

/**
 * The transfers that reserve an order's commissions: each from the merchant's sales into the reserve
 * of its distributor, in the moment of payment (F15), so that what the merchant sees as free never
 * contains what is promised. A commission of 0 fen moves nothing.
 */
export function planAccrualTransfers(order: {
  orderId: string;
  commissions: readonly AccruedCommission[];
  shards: number;
}): TransferDraft[] {
  const sales = merchantAccount("merchant_sales", order.orderId, order.shards);
  return withoutZero(
    order.commissions.map(
      ({ commissionId, distributorId, commissionFen }): TransferDraft => ({
        eventKey: accrualEventKey(commissionId),
        code: "commission_accrued",
        phase: "single",
        debit: sales,
        credit: distributorAccount("commission_pending", distributorId),
        amountFen: commissionFen,
        reference: { kind: "commission", id: commissionId },
      }),
    ),
  );
}

/** The event of a commission's reservation. */
export function accrualEventKey(commissionId: string): string {
  return `commission:${commissionId}:accrue`;
}
