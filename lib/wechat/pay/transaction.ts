import { z } from "zod";

/** Fen as WeChat writes them: a whole JSON number, read without loss. */
const fenSchema = z.int().nonnegative().transform(BigInt);

/**
 * A JSAPI transaction as both queries and the notification describe it. Fields that we do not use are
 * dropped, and new ones do no harm.
 */
export const transactionSchema = z
  .object({
    appid: z.string(),
    mchid: z.string(),
    out_trade_no: z.string(),
    transaction_id: z.string().min(1).max(32).optional(),
    trade_state: z.enum([
      "SUCCESS",
      "REFUND",
      "NOTPAY",
      "CLOSED",
      "REVOKED",
      "USERPAYING",
      "PAYERROR",
    ]),
    success_time: z.iso.datetime({ offset: true }).optional(),
    payer: z.object({ openid: z.string() }).optional(),
    amount: z.object({ total: fenSchema, currency: z.string().default("CNY") }).optional(),
  })
  .transform((raw) => ({
    appId: raw.appid,
    mchId: raw.mchid,
    outTradeNo: raw.out_trade_no,
    transactionId: raw.transaction_id ?? null,
    tradeState: raw.trade_state,
    succeededAt: raw.success_time ? new Date(raw.success_time) : null,
    payerOpenId: raw.payer?.openid ?? "",
    /** What the order costs; what the payer spent after WeChat's own coupons may be less. */
    totalFen: raw.amount?.total ?? null,
    currency: raw.amount?.currency ?? "",
  }));
export type WechatTransaction = z.infer<typeof transactionSchema>;
