import { z } from "zod";

/** GET /v3/bill/tradebill. Of WeChat's bill types the three for plain merchants. */
export const billQuerySchema = z.strictObject({
  bill_date: z.iso.date(),
  bill_type: z.enum(["ALL", "SUCCESS", "REFUND"]).default("ALL"),
  tar_type: z.literal("GZIP").optional(),
});
export type BillQuery = z.infer<typeof billQuerySchema>;

/** GET /v3/bill/fundflowbill. */
export const fundBillQuerySchema = z.strictObject({
  bill_date: z.iso.date(),
  account_type: z.enum(["BASIC", "OPERATION", "FEES"]).default("BASIC"),
  tar_type: z.literal("GZIP").optional(),
});

/** Where the bill lies and the hash of its uncompressed content. */
export const billAnswerSchema = z.strictObject({
  hash_type: z.literal("SHA1"),
  hash_value: z.string().regex(/^[0-9a-f]{40}$/),
  download_url: z.url(),
});
