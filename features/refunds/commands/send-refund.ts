import { applyRefundResult } from "@/features/refunds/commands/apply-refund-result";
import { findReportedRefund } from "@/features/refunds/queries/find-reported-refund";
import { toRefundResult } from "@/features/refunds/queries/to-refund-result";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { onPlatform } from "@/lib/db/on-platform";
import { env } from "@/lib/env";
import { currentWechatCredentials } from "@/lib/wechat/credentials";
import type { PayFailure } from "@/lib/wechat/pay/pay-failure";
import { requestRefund } from "@/lib/wechat/pay/request-refund";

/**
 * The outbox job refund.send_to_wechat: asks WeChat to give a late payment back, under the stored number
 * however often it must be asked: WeChat answers a repetition with the refund that exists.
 * @returns not ok: try again later with the same number
 */
export async function sendRefund(
  merchantId: AuthorizedMerchantId,
  refundId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: PayFailure | "not_set_up" }> {
  const refund = await inMerchant(merchantId, (tx) =>
    findReportedRefund(tx, { merchantId, refundId }),
  );
  if (!refund?.transactionId || refund.state === "success" || refund.state === "closed") {
    return { ok: true };
  }
  const credentials = await currentWechatCredentials(merchantId, now);
  const notifyUrl = await notifyUrlOf(merchantId);
  // The money lies with the account that took it in; another account's key cannot send it back.
  if (credentials?.mchId !== refund.mchId || notifyUrl === null) {
    return { ok: false, reason: "not_set_up" };
  }
  const answer = await requestRefund(
    credentials,
    {
      transactionId: refund.transactionId,
      outRefundNo: refund.outRefundNo,
      reason: refund.reason,
      refundFen: refund.amountFen,
      totalFen: refund.paidFen,
      notifyUrl,
    },
    now,
  );
  if (!answer.ok) return answer;
  await applyRefundResult(merchantId, toRefundResult(refund, answer.answer), now);
  return { ok: true };
}

async function notifyUrlOf(merchantId: string): Promise<string | null> {
  const row = await onPlatform().merchantHost.findFirst({
    where: { merchantId },
    orderBy: [{ isPrimary: "desc" }, { host: "asc" }],
  });
  return row && `${env().PUBLIC_ORIGIN.replace("{host}", row.host)}/api/wechat/notify/refund`;
}
