import { z } from "zod";

/** The envelope of every v3 notification, before decryption. */
export const notificationEnvelopeSchema = z.strictObject({
  id: z.string().min(1),
  create_time: z.iso.datetime({ offset: true }),
  event_type: z.enum([
    "TRANSACTION.SUCCESS",
    "REFUND.SUCCESS",
    "REFUND.ABNORMAL",
    "REFUND.CLOSED",
    "MCHTRANSFER.BILL.FINISHED",
  ]),
  resource_type: z.literal("encrypt-resource"),
  summary: z.string(),
  resource: z.strictObject({
    original_type: z.enum(["transaction", "refund", "mch_payment"]),
    algorithm: z.literal("AEAD_AES_256_GCM"),
    ciphertext: z.base64(),
    associated_data: z.string(),
    nonce: z.string().length(12),
  }),
});
export type NotificationEnvelope = z.infer<typeof notificationEnvelopeSchema>;

/** What a payment notification decrypts to. Amounts in fen. */
export const paymentResourceSchema = z.strictObject({
  mchid: z.string(),
  appid: z.string(),
  out_trade_no: z.string(),
  transaction_id: z.string().length(28),
  trade_type: z.literal("JSAPI"),
  trade_state: z.literal("SUCCESS"),
  trade_state_desc: z.string(),
  bank_type: z.string(),
  attach: z.string(),
  success_time: z.iso.datetime({ offset: true }),
  payer: z.strictObject({ openid: z.string() }),
  amount: z.strictObject({
    total: z.int().positive(),
    payer_total: z.int().nonnegative(),
    currency: z.literal("CNY"),
    payer_currency: z.literal("CNY"),
  }),
});
export type PaymentResource = z.infer<typeof paymentResourceSchema>;

/** What a refund notification decrypts to. Amounts in fen. */
export const refundResourceSchema = z.strictObject({
  mchid: z.string(),
  out_trade_no: z.string(),
  transaction_id: z.string().length(28),
  out_refund_no: z.string(),
  refund_id: z.string(),
  refund_status: z.enum(["SUCCESS", "ABNORMAL", "CLOSED"]),
  success_time: z.iso.datetime({ offset: true }).optional(),
  user_received_account: z.string(),
  amount: z.strictObject({
    total: z.int().positive(),
    refund: z.int().positive(),
    payer_total: z.int().nonnegative(),
    payer_refund: z.int().nonnegative(),
  }),
});
export type RefundResource = z.infer<typeof refundResourceSchema>;

/** What the notification of an ended transfer decrypts to. Amount in fen. */
export const transferResourceSchema = z.strictObject({
  out_bill_no: z.string(),
  transfer_bill_no: z.string(),
  state: z.enum(["SUCCESS", "FAIL", "CANCELLED"]),
  mch_id: z.string(),
  transfer_amount: z.int().positive(),
  openid: z.string(),
  fail_reason: z.string().optional(),
  create_time: z.iso.datetime({ offset: true }),
  update_time: z.iso.datetime({ offset: true }),
});
export type TransferResource = z.infer<typeof transferResourceSchema>;

/** Whatever a notification may be about. */
export type NotificationResource = PaymentResource | RefundResource | TransferResource;
