import { z } from "zod";

/** POST /sandbox/users. With `id` a test or seed fixes the user and therefore its openids. */
export const newUserSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional(),
  nickname: z.string().min(1).max(16),
  snapshot: z.boolean().default(false),
  /** What transfers of 2,000 yuan and more are checked against; "" for nobody who proved it. */
  real_name: z.string().max(32).optional(),
});

/** POST /sandbox/pay: `user` is the id of a sandbox user. */
export const payCommandSchema = z.strictObject({
  prepay_id: z.string().min(1),
  user: z.string().min(1),
});

/** POST /sandbox/resend */
export const resendCommandSchema = z.strictObject({ id: z.string().min(1) });

/** DELETE /sandbox/faults, optional body. */
export const clearFaultsSchema = z.strictObject({ seed: z.string().optional() });

/** POST /sandbox/confirm-transfer: one of the two numbers, and the id of a sandbox user. */
export const confirmTransferSchema = z
  .strictObject({
    package_info: z.string().min(1).optional(),
    out_bill_no: z.string().min(1).optional(),
    user: z.string().min(1),
  })
  .refine((body) => (body.package_info === undefined) !== (body.out_bill_no === undefined), {
    message: "give package_info or out_bill_no",
  });

/** POST /sandbox/expire-transfer: the 24 hours are over for this one. */
export const expireTransferSchema = z.strictObject({ out_bill_no: z.string().min(1) });

/** POST /sandbox/operating-balance: what shall lie on the operating account, in fen. */
export const operatingBalanceSchema = z.strictObject({
  mch_id: z.string().min(1),
  balance: z.int().nonnegative().max(1_000_000_000_000),
});
