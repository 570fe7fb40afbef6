import { ACCOUNT_SHARDS } from "@/domain/ledger/account-kinds";
import { planLateRefundTransfers } from "@/domain/ledger/plan-late-payment-transfers";
import { postTransfers } from "@/features/ledger/commands/post-transfers";
import { giveBackOrder } from "@/features/refunds/commands/give-back-order";
import type { FoundRefund } from "@/features/refunds/queries/find-reported-refund";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * What follows from a refund that has just become a success, to be called once, by who moved it there:
 * of an order everything that giveBackOrder does, of a late payment only the ledger.
 */
export async function bookRefund(
  tx: MerchantTx,
  { merchantId, refund, now }: { merchantId: string; refund: FoundRefund; now: Date },
): Promise<void> {
  if (!refund.isLate) return giveBackOrder(tx, { merchantId, refund, now });
  const drafts = planLateRefundTransfers({ ...refund, shards: ACCOUNT_SHARDS });
  await postTransfers(tx, { merchantId, drafts, now });
}
