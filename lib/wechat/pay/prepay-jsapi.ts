import { z } from "zod";
import type { Fen } from "@/domain/money/fen";
import type { WechatCredentials } from "@/lib/wechat/credentials";
import { beijingTime } from "@/lib/wechat/pay/beijing-time";
import { callPay, type PayAnswer } from "@/lib/wechat/pay/call-pay";
import { limitBytes } from "@/lib/wechat/pay/limit-bytes";

/** How long WeChat honours a prepay id, whatever the order's own end is. */
export const prepayLifeMs = 2 * 3_600_000;

/** WeChat's limit for the description. */
const descriptionBytes = 127;

const answerSchema = z.object({ prepay_id: z.string().min(1).max(64) });

export type JsapiOrder = {
  outTradeNo: string;
  description: string;
  totalFen: Fen;
  payerOpenId: string;
  notifyUrl: string;
  /** After this moment WeChat takes no payment for the number. */
  payableUntil: Date;
};

/**
 * Orders a JSAPI payment. The same number may be sent again with exactly the same parameters only,
 * so everything here must come from what is stored.
 */
export async function prepayJsapi(
  credentials: WechatCredentials,
  order: JsapiOrder,
  now: Date,
): Promise<PayAnswer<{ prepayId: string }>> {
  const result = await callPay({
    credentials,
    method: "POST",
    target: "/v3/pay/transactions/jsapi",
    body: {
      appid: credentials.appId,
      mchid: credentials.mchId,
      description: limitBytes(order.description, descriptionBytes),
      out_trade_no: order.outTradeNo,
      time_expire: beijingTime(order.payableUntil),
      notify_url: order.notifyUrl,
      amount: { total: Number(order.totalFen), currency: "CNY" },
      payer: { openid: order.payerOpenId },
    },
    answer: answerSchema,
    now,
  });
  return result.ok ? { ok: true, answer: { prepayId: result.answer.prepay_id } } : result;
}
