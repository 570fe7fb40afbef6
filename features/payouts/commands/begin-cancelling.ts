import type { ClaimedPayout } from "@/features/payouts/commands/claim-payouts";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/** From here on nothing is sent any more; the worker asks WeChat until it is certain that nothing lives. */
export async function beginCancelling(
  { merchantId, now }: { merchantId: AuthorizedMerchantId; now: Date },
  { payoutId, state, leaseUntil }: ClaimedPayout,
  failReason: string,
): Promise<void> {
  await inMerchant(merchantId, (tx) =>
    tx.payout.updateMany({
      where: { merchantId, id: payoutId, state, nextStepAt: leaseUntil },
      data: { state: "cancelling", failReason, attempts: 0, nextStepAt: now },
    }),
  );
}
