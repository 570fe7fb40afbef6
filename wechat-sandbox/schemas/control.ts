import { z } from "zod";

/** POST /sandbox/users. With `id` a test or seed fixes the user and therefore its openids. */
export const newUserSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional(),
  nickname: z.string().min(1).max(16),
  snapshot: z.boolean().default(false),
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
