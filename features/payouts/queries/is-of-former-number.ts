import { hasEnded, type PayoutState } from "@/domain/payouts/payout-state";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Whether a withdrawal was sent under a merchant number (or for an official account) that is no longer in
 * the settings, and has not ended: WeChat cannot be asked about it from here (decision 0042).
 */
export async function isOfFormerNumber(
  tx: MerchantTx,
  merchantId: string,
  payout: { state: PayoutState; sentAt: Date | null; mchId: string; appId: string },
): Promise<boolean> {
  const { state, sentAt, mchId, appId } = payout;
  // What goes by bank has no number, and what was never sent can be taken back.
  if (mchId === "" || sentAt === null || state === "approved" || hasEnded(state)) return false;
  const now = await tx.merchantWechat.findUnique({
    where: { merchantId },
    select: { mchId: true, appId: true },
  });
  return now?.mchId !== mchId || now.appId !== appId;
}
