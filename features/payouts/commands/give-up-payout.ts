import type { ClaimedPayout } from "@/features/payouts/commands/claim-payouts";
import { endPayoutUnpaid } from "@/features/payouts/commands/end-payout-unpaid";
import { lockPayout } from "@/features/payouts/commands/lock-payout";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

type At = { merchantId: AuthorizedMerchantId; now: Date };

/**
 * Sets when a claimed withdrawal is looked at again and what holds it up. Nothing happens when its
 * lease is no longer ours: a notification or a person has moved it meanwhile.
 */
export async function postponePayout(
  { merchantId }: At,
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

/** Ends a withdrawal of which nothing exists at WeChat, unless it has moved meanwhile. */
export async function endUnsent(
  { merchantId, now }: At,
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

/** From here on nothing is sent any more; the worker asks WeChat until it is certain that nothing lives. */
export async function beginCancelling(
  { merchantId, now }: At,
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
