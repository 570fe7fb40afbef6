import { askWechat } from "@/features/payments/commands/ask-wechat";
import { listUnfinishedReferences } from "@/features/reconciliation/queries/list-unfinished-references";
import { applyRefundResult } from "@/features/refunds/commands/apply-refund-result";
import { findReportedRefund } from "@/features/refunds/queries/find-reported-refund";
import { toRefundResult } from "@/features/refunds/queries/to-refund-result";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import type { WechatCredentials } from "@/lib/wechat/credentials";
import { queryRefund } from "@/lib/wechat/pay/request-refund";

/** Whoever misses more than these in a day has another problem; the rest become cases at once. */
const mostQuestions = 200;

/**
 * What the bill says is done and we do not know as done: asks WeChat and applies the answer exactly as
 * the poll would, before anything becomes a case. Outside of any transaction.
 */
export async function askAboutUnfinished(
  merchantId: AuthorizedMerchantId,
  credentials: WechatCredentials,
  day: string,
  now: Date,
): Promise<void> {
  const { mchId } = credentials;
  const unfinished = await inMerchant(merchantId, (tx) =>
    listUnfinishedReferences(tx, { merchantId, mchId, day, limit: mostQuestions }),
  );
  for (const { lineKind, reference } of unfinished) {
    if (lineKind === "payment") await askWechat(merchantId, credentials, reference, now);
    else await askAboutRefund(merchantId, credentials, reference, now);
  }
}

async function askAboutRefund(
  merchantId: AuthorizedMerchantId,
  credentials: WechatCredentials,
  outRefundNo: string,
  now: Date,
): Promise<void> {
  const refund = await inMerchant(merchantId, (tx) =>
    findReportedRefund(tx, { merchantId, outRefundNo }),
  );
  if (!refund) return;
  const answer = await queryRefund(credentials, outRefundNo, now);
  if (!answer.ok) return;
  await applyRefundResult(merchantId, toRefundResult(refund, answer.answer), now);
}
