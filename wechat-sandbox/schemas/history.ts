import { z } from "zod";
import { amountFenSchema, outRefundNoSchema, outTradeNoSchema } from "./pay-fields";
import { outBillNoSchema } from "./transfer";

/** Milliseconds since 1970. */
const momentSchema = z.int().nonnegative();
const mchIdSchema = z.string().regex(/^\d{8,32}$/);
const openidSchema = z.string().min(1).max(128);

/**
 * POST /sandbox/history: what happened at WeChat without WeChat having been asked. Amounts in fen.
 * Refunds belong to payments that are known or come along.
 */
export const historySchema = z.strictObject({
  payments: z
    .array(
      z.strictObject({
        mch_id: mchIdSchema,
        out_trade_no: outTradeNoSchema,
        transaction_id: z.string().length(28),
        openid: openidSchema,
        total: amountFenSchema,
        paid_at: momentSchema,
        description: z.string().default(""),
        attach: z.string().default(""),
      }),
    )
    .default([]),
  refunds: z
    .array(
      z.strictObject({
        mch_id: mchIdSchema,
        out_refund_no: outRefundNoSchema,
        refund_id: z.string().min(1).max(32),
        out_trade_no: outTradeNoSchema,
        refund: amountFenSchema,
        status: z.enum(["SUCCESS", "ABNORMAL", "CLOSED"]).default("SUCCESS"),
        created_at: momentSchema,
        settled_at: momentSchema,
      }),
    )
    .default([]),
  transfers: z
    .array(
      z.strictObject({
        mch_id: mchIdSchema,
        out_bill_no: outBillNoSchema,
        transfer_bill_no: z.string().min(1).max(64),
        openid: openidSchema,
        amount: amountFenSchema,
        remark: z.string().max(32).default(""),
        state: z.enum(["SUCCESS", "FAIL", "CANCELLED"]).default("SUCCESS"),
        fail_reason: z.string().nullable().default(null),
        created_at: momentSchema,
        updated_at: momentSchema,
      }),
    )
    .default([]),
});
export type History = z.output<typeof historySchema>;
export type HistoryInput = z.input<typeof historySchema>;
