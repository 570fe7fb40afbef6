import { z } from "zod";

const fenSchema = z.int().nonnegative().transform(BigInt);

const amountSchema = z.object({ total: fenSchema, refund: fenSchema });

/** A refund as requesting and querying it describe it. */
export const refundSchema = z
  .object({
    refund_id: z.string().min(1).max(64),
    out_refund_no: z.string(),
    transaction_id: z.string(),
    out_trade_no: z.string(),
    status: z.enum(["SUCCESS", "CLOSED", "PROCESSING", "ABNORMAL"]),
    success_time: z.iso.datetime({ offset: true }).optional(),
    amount: amountSchema,
  })
  .transform((raw) => ({
    refundId: raw.refund_id,
    outRefundNo: raw.out_refund_no,
    transactionId: raw.transaction_id,
    outTradeNo: raw.out_trade_no,
    status: raw.status,
    succeededAt: raw.success_time ? new Date(raw.success_time) : null,
    totalFen: raw.amount.total,
    refundFen: raw.amount.refund,
  }));
export type WechatRefund = z.infer<typeof refundSchema>;

/** The plain content of a refund notification: the same refund, under another name for its status. */
export const refundNoticeSchema = z
  .object({
    mchid: z.string(),
    refund_id: z.string().min(1).max(64),
    out_refund_no: z.string(),
    transaction_id: z.string(),
    out_trade_no: z.string(),
    refund_status: z.enum(["SUCCESS", "CLOSED", "ABNORMAL"]),
    success_time: z.iso.datetime({ offset: true }).optional(),
    amount: amountSchema,
  })
  .transform((raw) => ({
    mchId: raw.mchid,
    refund: {
      refundId: raw.refund_id,
      outRefundNo: raw.out_refund_no,
      transactionId: raw.transaction_id,
      outTradeNo: raw.out_trade_no,
      status: raw.refund_status,
      succeededAt: raw.success_time ? new Date(raw.success_time) : null,
      totalFen: raw.amount.total,
      refundFen: raw.amount.refund,
    } satisfies WechatRefund,
  }));
