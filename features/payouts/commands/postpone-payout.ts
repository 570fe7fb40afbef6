import type { ClaimedPayout } from "@/features/payouts/commands/claim-payouts";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Sets when a claimed withdrawal is looked at again and what holds it up. Nothing happens when its
 * lease is no longer ours: a notification or a person has moved it meanwhile.
 */
export async function postponePayout(
  { merchantId }: { merchantId: AuthorizedMerchantId },
  { payoutId, state, leaseUntil }: ClaimedPayout,
  data: { nextStepAt: Date | null; failReason: string },
): Promise<void> {
  await inMerchant(merchantId, (tx) =>
    tx.payout.updateMany({
      where: { merchantId, id: payoutId, state, nextStepAt: leaseUntil },
      data,
    }),
  );
}
