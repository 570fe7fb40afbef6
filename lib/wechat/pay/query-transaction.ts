import type { WechatCredentials } from "@/lib/wechat/credentials";
import { callPay, type PayAnswer } from "@/lib/wechat/pay/call-pay";
import { transactionSchema, type WechatTransaction } from "@/lib/wechat/pay/transaction";

/** What WeChat knows of our number. The only way to learn what became of an unclear call. */
export function queryByOutTradeNo(
  credentials: WechatCredentials,
  outTradeNo: string,
  now: Date,
): Promise<PayAnswer<WechatTransaction>> {
  return query(credentials, `out-trade-no/${encodeURIComponent(outTradeNo)}`, now);
}

/** What WeChat knows of its own number. */
export function queryById(
  credentials: WechatCredentials,
  transactionId: string,
  now: Date,
): Promise<PayAnswer<WechatTransaction>> {
  return query(credentials, `id/${encodeURIComponent(transactionId)}`, now);
}

function query(credentials: WechatCredentials, resource: string, now: Date) {
  const mchid = encodeURIComponent(credentials.mchId);
  return callPay({
    credentials,
    method: "GET",
    target: `/v3/pay/transactions/${resource}?mchid=${mchid}`,
    answer: transactionSchema,
    now,
  });
}
