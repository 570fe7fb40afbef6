import { askWechat } from "@/features/payments/commands/ask-wechat";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { currentWechatCredentials } from "@/lib/wechat/credentials";

/** A notification usually comes within seconds: only then a query is worth its while. */
const firstAskAfterMs = 30_000;
const askAgainAfterMs = 60_000;

/**
 * Notifications are not guaranteed: asks WeChat about numbers that were sent and not answered for. Those
 * that were asked longest ago come first; a number that is closed there is closed here.
 * @returns how many were asked about
 */
export async function pollOpenPayments(
  merchantId: AuthorizedMerchantId,
  run: { now: Date; limit: number },
): Promise<{ asked: number }> {
  const { now, limit } = run;
  const nowMs = now.getTime();
  const open = await inMerchant(merchantId, (tx) =>
    tx.payment.findMany({
      where: {
        merchantId,
        state: "created",
        // Without a prepay id nobody can have paid.
        prepayId: { not: "" },
        createdAt: { lte: new Date(nowMs - firstAskAfterMs) },
        OR: [{ polledAt: null }, { polledAt: { lte: new Date(nowMs - askAgainAfterMs) } }],
      },
      orderBy: { polledAt: { sort: "asc", nulls: "first" } },
      take: limit,
      select: { id: true, mchId: true, outTradeNo: true },
    }),
  );
  if (open.length === 0) return { asked: 0 };
  const credentials = await currentWechatCredentials(merchantId, now);
  if (!credentials) return { asked: 0 };
  for (const { id, mchId, outTradeNo } of open) {
    const ours = mchId === credentials.mchId;
    const answer = ours ? await askWechat(merchantId, credentials, outTradeNo, now) : null;
    const ended = answer?.ok && answer.tradeState === "CLOSED";
    await inMerchant(merchantId, (tx) =>
      tx.payment.updateMany({
        where: { merchantId, id, state: "created" },
        data: ended ? { polledAt: now, state: "closed", closedAt: now } : { polledAt: now },
      }),
    );
  }
  return { asked: open.length };
}
