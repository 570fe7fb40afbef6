import { applyRefundResult } from "@/features/refunds/commands/apply-refund-result";
import { findReportedRefund } from "@/features/refunds/queries/find-reported-refund";
import { toRefundResult } from "@/features/refunds/queries/to-refund-result";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { currentWechatCredentials } from "@/lib/wechat/credentials";
import { queryRefund } from "@/lib/wechat/pay/request-refund";

/** Most refunds end within minutes, and their notification tells. */
const firstAskAfterMs = 5 * 60_000;

/** Asks WeChat about refunds that it has taken on and not told the end of, the oldest first. */
export async function pollOpenRefunds(
  merchantId: AuthorizedMerchantId,
  run: { now: Date; limit: number },
): Promise<{ asked: number }> {
  const { now, limit } = run;
  const before = new Date(now.getTime() - firstAskAfterMs);
  const open = await inMerchant(merchantId, (tx) =>
    tx.refund.findMany({
      where: { merchantId, state: { in: ["processing", "abnormal"] }, createdAt: { lte: before } },
      orderBy: { createdAt: "asc" },
      take: limit,
      select: { id: true },
    }),
  );
  const credentials = open.length > 0 ? await currentWechatCredentials(merchantId, now) : null;
  for (const { id: refundId } of open) {
    const refund = await inMerchant(merchantId, (tx) =>
      findReportedRefund(tx, { merchantId, refundId }),
    );
    if (!refund || credentials?.mchId !== refund.mchId) continue;
    const answer = await queryRefund(credentials, refund.outRefundNo, now);
    if (answer.ok) {
      await applyRefundResult(merchantId, toRefundResult(refund, answer.answer), now);
    }
  }
  return { asked: open.length };
}
