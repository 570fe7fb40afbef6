import { z } from "zod";
import { amountFenSchema, notifyUrlSchema, rfc3339Schema } from "./pay-fields";

export const transferStateSchema = z.enum([
  "ACCEPTED",
  "PROCESSING",
  "WAIT_USER_CONFIRM",
  "TRANSFERING",
  "SUCCESS",
  "FAIL",
  "CANCELING",
  "CANCELLED",
]);

/** Merchant's transfer number: letters and digits only, unlike an order's. */
export const outBillNoSchema = z
  .string()
  .regex(/^[0-9A-Za-z]{1,32}$/, "字符串必须匹配^[0-9a-zA-Z]{1,32}$");

/** POST /v3/fund-app/mch-transfer/transfer-bills. Amount in fen; user_name is RSA-OAEP in base64. */
export const transferRequestSchema = z.strictObject({
  appid: z.string().min(1).max(32),
  out_bill_no: outBillNoSchema,
  transfer_scene_id: z.enum(["1000", "1002", "1004", "1005", "1009", "1010", "1011", "1013"]),
  openid: z.string().min(1).max(64),
  user_name: z.base64().min(1).max(1024).optional(),
  transfer_amount: amountFenSchema,
  transfer_remark: z
    .string()
    .min(1)
    .refine((text) => [...text].length <= 32, "字符数大于最大值 32"),
  notify_url: notifyUrlSchema.optional(),
  user_recv_perception: z.string().min(1).max(32).optional(),
  transfer_scene_report_infos: z
    .array(
      z.strictObject({
        info_type: z.string().min(1).max(15),
        info_content: z.string().min(1).max(32),
      }),
    )
    .min(1),
  user_recv_style: z.strictObject({ type: z.enum(["CONFIRM_PAGE", "RED_PACKET"]) }).optional(),
});
export type TransferRequest = z.infer<typeof transferRequestSchema>;

export const transferAnswerSchema = z.strictObject({
  out_bill_no: z.string(),
  transfer_bill_no: z.string(),
  create_time: rfc3339Schema,
  state: transferStateSchema,
  fail_reason: z.string().optional(),
  /** Only in WAIT_USER_CONFIRM. */
  package_info: z.string().optional(),
});

/** What both transfer queries answer. Amount in fen. */
export const transferQueryAnswerSchema = z.strictObject({
  mch_id: z.string(),
  out_bill_no: z.string(),
  transfer_bill_no: z.string(),
  appid: z.string(),
  state: transferStateSchema,
  transfer_amount: z.int().positive(),
  transfer_remark: z.string(),
  fail_reason: z.string().optional(),
  openid: z.string().optional(),
  /** As the merchant had encrypted it. */
  user_name: z.string().optional(),
  create_time: rfc3339Schema,
  update_time: rfc3339Schema,
});

/** POST …/out-bill-no/{out_bill_no}/cancel */
export const cancelTransferAnswerSchema = z.strictObject({
  out_bill_no: z.string(),
  transfer_bill_no: z.string(),
  state: z.enum(["CANCELING", "CANCELLED"]),
  update_time: rfc3339Schema,
});
