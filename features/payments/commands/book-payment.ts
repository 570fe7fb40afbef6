import { ACCOUNT_SHARDS } from "@/domain/ledger/account-kinds";
import { planPaymentTransfers } from "@/domain/ledger/plan-payment-transfers";
import { accrueCommissions } from "@/features/commissions/commands/accrue-commissions";
import { postTransfers } from "@/features/ledger/commands/post-transfers";
import type { CompletedPayment } from "@/features/payments/commands/complete-payment";
import { takeStock } from "@/features/stock/commands/take-stock";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * What follows from a paid order, in its transaction: the goods leave the shelf, the promised
 * commissions are booked, and all money moves in one posting.
 */
export async function bookPayment(
  tx: MerchantTx,
  payment: CompletedPayment & { merchantId: string; now: Date },
): Promise<void> {
  const { merchantId, orderId, now } = payment;
  const reservations = await accrueCommissions(tx, { merchantId, orderId, now });
  // Stock and accounts last: other orders wait for them until the end of the transaction.
  await takeStock(tx, { merchantId, orderId, now });
  const arrival = planPaymentTransfers({ ...payment, commissions: [], shards: ACCOUNT_SHARDS });
  await postTransfers(tx, { merchantId, drafts: [...arrival, ...reservations], now });
}
