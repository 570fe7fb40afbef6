import { storePrepay } from "@/features/payments/commands/store-prepay";
import type { OpenPayment } from "@/features/payments/queries/find-open-payment";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { env } from "@/lib/env";
import type { WechatCredentials } from "@/lib/wechat/credentials";
import type { PayFailure } from "@/lib/wechat/pay/pay-failure";
import { prepayJsapi } from "@/lib/wechat/pay/prepay-jsapi";

export type PayableOrder = Pick<
  OpenPayment,
  "firstTitle" | "lines" | "payableFen" | "paymentDueAt"
> & {
  payment: NonNullable<OpenPayment["payment"]>;
  payerOpenId: string;
  primaryHost: string;
};

/** A prepay id is handed out while the customer has at least this long to use it. */
const reuseMarginMs = 60_000;

/**
 * The prepay id of an order's number: the stored one while it can be used, else a new one from WeChat.
 * Call it outside any transaction.
 */
export async function sendPrepay(
  merchantId: AuthorizedMerchantId,
  credentials: WechatCredentials,
  order: PayableOrder,
  now: Date,
): Promise<{ ok: true; prepayId: string } | { ok: false; reason: PayFailure | "taken_back" }> {
  const { payment, firstTitle, lines, payableFen, paymentDueAt, payerOpenId } = order;
  const { paymentId, outTradeNo, prepayUntil } = payment;
  const usableUntil = new Date(now.getTime() + reuseMarginMs);
  if (prepayUntil && prepayUntil > usableUntil) return { ok: true, prepayId: payment.prepayId };
  const origin = env().PUBLIC_ORIGIN.replace("{host}", order.primaryHost);
  const answer = await prepayJsapi(
    credentials,
    {
      outTradeNo,
      // From what is frozen: WeChat refuses a number that comes again with other parameters.
      description: lines > 1 ? `${firstTitle} 等 ${lines} 种` : firstTitle,
      totalFen: payableFen,
      payerOpenId,
      notifyUrl: `${origin}/api/wechat/notify/payment`,
      payableUntil: paymentDueAt,
    },
    now,
  );
  if (!answer.ok) return answer;
  const { prepayId } = answer.answer;
  return storePrepay(merchantId, { paymentId, prepayId, usableUntil, now });
}
