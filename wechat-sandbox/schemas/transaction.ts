import { z } from "zod";
import { rfc3339Schema } from "./pay-fields";

/** The query that both order queries carry. */
export const transactionQuerySchema = z.strictObject({ mchid: z.string().min(1).max(32) });

/** POST …/out-trade-no/{out_trade_no}/close */
export const closeRequestSchema = z.strictObject({ mchid: z.string().min(1).max(32) });

/** What both order queries answer. Amounts in fen. */
export const transactionAnswerSchema = z.strictObject({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string(),
  transaction_id: z.string().optional(),
  trade_type: z.enum(["JSAPI", "NATIVE", "APP", "MICROPAY", "MWEB", "FACEPAY"]).optional(),
  trade_state: z.enum([
    "SUCCESS",
    "REFUND",
    "NOTPAY",
    "CLOSED",
    "REVOKED",
    "USERPAYING",
    "PAYERROR",
  ]),
  trade_state_desc: z.string(),
  bank_type: z.string().optional(),
  attach: z.string().optional(),
  success_time: rfc3339Schema.optional(),
  payer: z.strictObject({ openid: z.string() }).optional(),
  amount: z.strictObject({
    total: z.int().positive(),
    payer_total: z.int().nonnegative(),
    currency: z.string().optional(),
    payer_currency: z.string().optional(),
  }),
});
export type TransactionAnswer = z.infer<typeof transactionAnswerSchema>;
