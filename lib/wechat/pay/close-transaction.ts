import type { WechatCredentials } from "@/lib/wechat/credentials";
import { callPay, type PayAnswer } from "@/lib/wechat/pay/call-pay";

/** Ends an unpaid number at WeChat, so that nobody can pay it any more. May be repeated. */
export function closeTransaction(
  credentials: WechatCredentials,
  outTradeNo: string,
  now: Date,
): Promise<PayAnswer<void>> {
  return callPay<void>({
    credentials,
    method: "POST",
    target: `/v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}/close`,
    body: { mchid: credentials.mchId },
    answer: null,
    now,
  });
}
