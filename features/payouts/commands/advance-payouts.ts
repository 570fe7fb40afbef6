import { getNotifyUrl } from "@/features/merchants/queries/get-notify-url";
import { type ClaimedPayout, claimPayouts } from "@/features/payouts/commands/claim-payouts";
import { stepPayout } from "@/features/payouts/commands/step-payout";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { log } from "@/lib/log/log";
import { currentWechatCredentials } from "@/lib/wechat/credentials";

/** Calls under way at once, for one merchant. */
const lanes = 8;

/**
 * The worker's only step with withdrawals, every second: takes those that are due and sends, asks or
 * cancels, each under its stored number and with its stored parameters. The network is outside of any
 * transaction; whatever is cut off in between is due again when its lease ends, and begins with a question.
 * @returns how many were taken; `limit` of them means that there may be more
 */
export async function advancePayouts(
  merchantId: AuthorizedMerchantId,
  { now, limit }: { now: Date; limit: number },
): Promise<{ advanced: number }> {
  const claimedAtMs = performance.now();
  const claimed = await claimPayouts(merchantId, { now, limit });
  if (claimed.length === 0) return { advanced: 0 };
  const context = {
    merchantId,
    credentials: await currentWechatCredentials(merchantId, now),
    notifyUrl: await getNotifyUrl(merchantId, "transfer"),
    claimedAtMs,
    now,
  };
  const waiting = [...claimed];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await stepSafely(context, next);
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, claimed.length) }, work));
  return { advanced: claimed.length };
}

/** One that fails keeps its lease and comes again; the others go on. */
async function stepSafely(
  context: Parameters<typeof stepPayout>[0],
  payout: ClaimedPayout,
): Promise<void> {
  const { merchantId } = context;
  await stepPayout(context, payout).catch((error: unknown) =>
    log.error({ err: error, merchantId, payoutId: payout.payoutId }, "payout step failed"),
  );
}
