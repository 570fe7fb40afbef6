import { lockDistributors } from "@/features/ledger/commands/lock-distributors";
import { findRefundedDistributors } from "@/features/refunds/queries/find-refunded-distributors";
import type { FoundRefund } from "@/features/refunds/queries/find-reported-refund";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * The first thing that whoever ends a refund with success does: from here on nobody else decides from
 * what the distributors of its lines have. A late payment's refund concerns none.
 */
export async function lockRefundedDistributors(
  tx: MerchantTx,
  { merchantId, refund }: { merchantId: string; refund: FoundRefund },
): Promise<void> {
  if (refund.isLate) return;
  const { refundId } = refund;
  const distributorIds = await findRefundedDistributors(tx, { merchantId, refundId });
  await lockDistributors(tx, { merchantId, distributorIds });
}
