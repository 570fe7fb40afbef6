import { applyRefundResult } from "@/features/refunds/commands/apply-refund-result";
import {
  type FoundRefund,
  findReportedRefund,
} from "@/features/refunds/queries/find-reported-refund";
import { toRefundResult } from "@/features/refunds/queries/to-refund-result";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { onPlatform } from "@/lib/db/on-platform";
import { env } from "@/lib/env";
import { currentWechatCredentials } from "@/lib/wechat/credentials";
import type { PayFailure } from "@/lib/wechat/pay/pay-failure";
import { requestRefund } from "@/lib/wechat/pay/request-refund";

/**
 * The outbox job refund.send_to_wechat: asks WeChat to give money back, under the stored number
 * however often it must be asked: WeChat answers a repetition with the refund that exists. A definite
 * refusal is written down for staff, and the poll asks again.
 * @returns not ok: it is not known whether WeChat heard it, try again soon with the same number
 */
export async function sendRefund(
  merchantId: AuthorizedMerchantId,
  refundId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: PayFailure }> {
  const refund = await inMerchant(merchantId, (tx) =>
    startAsking(tx, { merchantId, refundId, now }),
  );
  if (!refund?.transactionId || refund.state === "success" || refund.state === "closed") {
    return { ok: true };
  }
  const credentials = await currentWechatCredentials(merchantId, now);
  const notifyUrl = await notifyUrlOf(merchantId);
  // The money lies with the account that took it in; another account's key cannot send it back.
  if (credentials?.mchId !== refund.mchId || notifyUrl === null) {
    await noteFailure(merchantId, refundId, "not_set_up");
    return { ok: true };
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
  if (!answer.ok) {
    if (isUnclear(answer.reason)) return answer;
    await noteFailure(merchantId, refundId, answer.reason);
    return { ok: true };
  }
  await applyRefundResult(merchantId, toRefundResult(refund, answer.answer), now);
  return { ok: true };
}

/** The refund, with the moment noted in which WeChat is asked: the poll leaves it alone for a while. */
async function startAsking(
  tx: MerchantTx,
  { merchantId, refundId, now }: { merchantId: string; refundId: string; now: Date },
): Promise<FoundRefund | null> {
  await tx.refund.updateMany({ where: { merchantId, id: refundId }, data: { sentAt: now } });
  return findReportedRefund(tx, { merchantId, refundId });
}

/** Nobody can tell whether the refund exists, or WeChat is merely busy. */
function isUnclear(reason: PayFailure): boolean {
  return reason === "unknown" || reason === "rate_limited";
}

async function noteFailure(
  merchantId: AuthorizedMerchantId,
  refundId: string,
  failure: PayFailure | "not_set_up",
): Promise<void> {
  await inMerchant(merchantId, (tx) =>
    tx.refund.updateMany({
      where: { merchantId, id: refundId, state: "requested" },
      data: { failure },
    }),
  );
}

async function notifyUrlOf(merchantId: string): Promise<string | null> {
  const row = await onPlatform().merchantHost.findFirst({
    where: { merchantId },
    orderBy: [{ isPrimary: "desc" }, { host: "asc" }],
  });
  return row && `${env().PUBLIC_ORIGIN.replace("{host}", row.host)}/api/wechat/notify/refund`;
}
