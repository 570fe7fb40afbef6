import type { ClaimedPayout } from "@/features/payouts/commands/claim-payouts";
import { endPayoutUnpaid } from "@/features/payouts/commands/end-payout-unpaid";
import { lockPayout } from "@/features/payouts/commands/lock-payout";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/** Ends a withdrawal of which nothing exists at WeChat, unless it has moved meanwhile. */
export async function endUnsent(
  { merchantId, now }: { merchantId: AuthorizedMerchantId; now: Date },
  { payoutId, state: seen }: ClaimedPayout,
  state: "cancelled" | "failed",
  failReason: string,
): Promise<void> {
  await inMerchant(merchantId, async (tx) => {
    const payout = await lockPayout(tx, { merchantId, payoutId });
    if (payout?.state !== seen || payout.transferBillNo !== null) return;
    const actor = { kind: "system" } as const;
    await endPayoutUnpaid(tx, payout, { merchantId, state, failReason, actor, now });
  });
}
