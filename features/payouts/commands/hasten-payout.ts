import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * The phone's page for confirming was closed: the worker asks WeChat at its next round instead of
 * waiting for a notification that may be lost. What the phone says about the outcome counts for nothing.
 */
export async function hastenPayout(
  customer: { merchantId: AuthorizedMerchantId; customerId: string },
  payoutNo: string,
  now: Date,
): Promise<{ ok: boolean }> {
  const { merchantId, customerId } = customer;
  const { count } = await inMerchant(merchantId, (tx) =>
    tx.payout.updateMany({
      where: {
        merchantId,
        payoutNo,
        distributor: { customerId },
        state: { in: ["awaiting_confirmation", "transferring"] },
      },
      data: { nextStepAt: now, attempts: 0 },
    }),
  );
  return { ok: count > 0 };
}
