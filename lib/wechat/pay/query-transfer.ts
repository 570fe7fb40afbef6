import type { WechatCredentials } from "@/lib/wechat/credentials";
import { callPay, type PayAnswer } from "@/lib/wechat/pay/call-pay";
import { limitRate } from "@/lib/wechat/pay/limit-rate";
import { queriedTransferSchema, type WechatTransfer } from "@/lib/wechat/pay/transfer";

/** What WeChat knows of our number; it answers for thirty days. */
export async function queryTransfer(
  credentials: WechatCredentials,
  outBillNo: string,
  now: Date,
): Promise<PayAnswer<WechatTransfer>> {
  await limitRate("query", credentials.mchId);
  return callPay({
    credentials,
    method: "GET",
    target: `/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/${encodeURIComponent(outBillNo)}`,
    answer: queriedTransferSchema,
    now,
  });
}
