import type { WechatCredentials } from "@/lib/wechat/credentials";
import { callPay, type PayAnswer } from "@/lib/wechat/pay/call-pay";
import { limitRate } from "@/lib/wechat/pay/limit-rate";
import { cancelledTransferSchema, type WechatTransfer } from "@/lib/wechat/pay/transfer";

/** Takes a transfer back that nobody has confirmed. WeChat only takes the wish on: a query tells its end. */
export async function cancelTransfer(
  credentials: WechatCredentials,
  outBillNo: string,
  now: Date,
): Promise<PayAnswer<WechatTransfer>> {
  await limitRate("transfer", credentials.mchId);
  const number = encodeURIComponent(outBillNo);
  return callPay({
    credentials,
    method: "POST",
    target: `/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/${number}/cancel`,
    answer: cancelledTransferSchema,
    now,
  });
}
