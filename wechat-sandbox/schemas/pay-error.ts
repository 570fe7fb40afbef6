import { z } from "zod";

/** The body of every refusal of WeChat Pay v3. */
export const payErrorBodySchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z_]*$/),
  message: z.string().min(1),
  detail: z.record(z.string(), z.unknown()).optional(),
});
