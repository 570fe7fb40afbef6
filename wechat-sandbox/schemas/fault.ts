import { z } from "zod";

/** Misbehaviour of an answer. */
const answerFaults = [
  "latency",
  "timeout",
  "server_error",
  "error_code",
  "reset_before",
  "reset_after",
  "truncated_body",
  "corrupt_body",
  "corrupt_signature",
  "signature_probe",
] as const;

/** Misbehaviour of a notification; latency delays it, timeout cuts the sandbox's patience short. */
const notificationFaults = [
  "duplicate",
  "delay",
  "reorder",
  "drop",
  "corrupt_body",
  "corrupt_signature",
  "corrupt_ciphertext",
  "wrong_serial",
  "stale_timestamp",
  "signature_probe",
  "reset_after",
] as const;

export const faultKindSchema = z.enum([...new Set([...answerFaults, ...notificationFaults])]);
export type FaultKind = z.infer<typeof faultKindSchema>;

/** How a refund ends (endpoint `refund_settlement`), what a bill begins with (`tradebill_file`). */
const contentFaultSchema = z.enum(["ABNORMAL", "CLOSED", "bom"]);

export const faultSchema = z.strictObject({
  /**
   * An endpoint's name, `payment_notification`, `refund_notification`, `notification` for both, or
   * `*` for every endpoint of WeChat.
   */
  endpoint: z.string().min(1),
  kind: z.union([faultKindSchema, contentFaultSchema]),
  /** How often it happens before it is used up. */
  times: z.int().positive().max(1_000_000).default(1),
  /** The share of calls that it hits, drawn from the plan's seed. */
  probability: z.number().min(0).max(1).default(1),
  /** For latency and delay. Real milliseconds, not scaled. */
  delayMs: z.int().nonnegative().max(600_000).default(30_000),
  /** For duplicate: how many extra copies. */
  copies: z.int().positive().max(100).default(1),
  /** For server_error and error_code. */
  status: z.int().min(400).max(599).default(500),
  code: z.string().default("SYSTEM_ERROR"),
  message: z.string().default("系统繁忙，请稍后重试"),
});
export type Fault = z.infer<typeof faultSchema>;
