import type { WechatCredentials } from "@/lib/wechat/credentials";
import { callPay, type PayAnswer } from "@/lib/wechat/pay/call-pay";
import { transactionSchema, type WechatTransaction } from "@/lib/wechat/pay/transaction";

/** What WeChat knows of our number. The only way to learn what became of an unclear call. */
export function queryByOutTradeNo(
  credentials: WechatCredentials,
  outTradeNo: string,
  now: Date,
): Promise<PayAnswer<WechatTransaction>> {
  const number = encodeURIComponent(outTradeNo);
  const mchid = encodeURIComponent(credentials.mchId);
  return callPay({
    credentials,
    method: "GET",
    target: `/v3/pay/transactions/out-trade-no/${number}?mchid=${mchid}`,
    answer: transactionSchema,
    now,
  });
}
