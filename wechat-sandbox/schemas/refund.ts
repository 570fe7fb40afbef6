import { z } from "zod";
import {
  amountFenSchema,
  notifyUrlSchema,
  outRefundNoSchema,
  outTradeNoSchema,
  rfc3339Schema,
  textOfBytes,
} from "./pay-fields";

/** From which account and how much of it (fen). */
const fundsFromSchema = z.strictObject({
  account: z.enum(["AVAILABLE", "UNAVAILABLE"]),
  amount: amountFenSchema,
});

/** POST /v3/refund/domestic/refunds. Exactly one of the two order numbers. Amounts in fen. */
export const refundRequestSchema = z
  .strictObject({
    transaction_id: z.string().length(28).optional(),
    out_trade_no: outTradeNoSchema.optional(),
    out_refund_no: outRefundNoSchema,
    reason: textOfBytes(80).optional(),
    notify_url: notifyUrlSchema.optional(),
    funds_account: z.enum(["AVAILABLE", "UNSETTLED"]).optional(),
    amount: z.strictObject({
      refund: amountFenSchema,
      from: z.array(fundsFromSchema).optional(),
      total: amountFenSchema,
      currency: z.literal("CNY"),
    }),
    goods_detail: z
      .array(
        z.strictObject({
          merchant_goods_id: z.string().min(1).max(32),
          wechatpay_goods_id: z.string().min(1).max(32).optional(),
          goods_name: z.string().min(1).max(256).optional(),
          unit_price: z.int().nonnegative(),
          refund_amount: z.int().nonnegative(),
          refund_quantity: z.int().positive(),
        }),
      )
      .optional(),
  })
  .refine((body) => (body.transaction_id === undefined) !== (body.out_trade_no === undefined), {
    message: "与transaction_id二选一，必须且只能传一个",
    path: ["out_trade_no"],
  });

/** What refunding and the refund query answer. Amounts in fen. */
export const refundAnswerSchema = z.strictObject({
  refund_id: z.string(),
  out_refund_no: z.string(),
  transaction_id: z.string(),
  out_trade_no: z.string(),
  channel: z.enum(["ORIGINAL", "BALANCE", "OTHER_BALANCE", "OTHER_BANKCARD"]),
  user_received_account: z.string(),
  success_time: rfc3339Schema.optional(),
  create_time: rfc3339Schema,
  status: z.enum(["SUCCESS", "CLOSED", "PROCESSING", "ABNORMAL"]),
  funds_account: z.string().optional(),
  amount: z.strictObject({
    total: z.int().positive(),
    refund: z.int().positive(),
    payer_total: z.int().nonnegative(),
    payer_refund: z.int().nonnegative(),
    settlement_refund: z.int().nonnegative(),
    settlement_total: z.int().nonnegative(),
    discount_refund: z.int().nonnegative(),
    currency: z.literal("CNY"),
  }),
});
