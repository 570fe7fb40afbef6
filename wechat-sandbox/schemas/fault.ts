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

/** Why a transfer fails, as WeChat's pages name it (wechat.md 4.9 and the page of the older transfer). */
export const transferFailReasonSchema = z.enum([
  "ACCOUNT_FROZEN",
  "ACCOUNT_NOT_EXIST",
  "REAL_NAME_CHECK_FAIL",
  "NAME_NOT_CORRECT",
  "OPENID_INVALID",
  "TRANSFER_QUOTA_EXCEED",
  "DAY_RECEIVED_QUOTA_EXCEED",
  "MONTH_RECEIVED_QUOTA_EXCEED",
  "DAY_RECEIVED_COUNT_EXCEED",
  "PRODUCT_AUTH_CHECK_FAIL",
  "OVERDUE_CLOSE",
  "MCH_CANCEL",
  "ID_CARD_NOT_CORRECT",
  "TRANSFER_RISK",
  "PAYEE_ACCOUNT_ABNORMAL",
  "PAYER_ACCOUNT_ABNORMAL",
  "TRANSFER_SCENE_UNAVAILABLE",
  "TRANSFER_SCENE_INVALID",
  "TRANSFER_REMARK_SET_FAIL",
  "RECEIVE_ACCOUNT_NOT_CONFIGURE",
  "REALNAME_ACCOUNT_RECEIVED_QUOTA_EXCEED",
  "BLOCK_B2C_USERLIMITAMOUNT_MONTH",
  "BLOCK_B2C_USERLIMITAMOUNT_BSRULE_MONTH",
  "MERCHANT_REJECT",
  "MERCHANT_NOT_CONFIRM",
  "OTHER_FAIL_REASON_TYPE",
]);

/** What is wrong with a bill: the first eight with its rows or file, the others with its delivery. */
const billFaultSchema = z.enum([
  "bom",
  "no_back_ticks",
  "missing_tail",
  "wrong_total",
  "other_day",
  "extra_line",
  "missing_line",
  "changed_amount",
  "hash_mismatch",
  "not_ready",
  "no_statement",
]);

/**
 * How a refund ends, or why none begins (the balance does not suffice, the user has closed their account; endpoint `refund_settlement`), how a transfer begins (`transfer_start`), ends
 * (`transfer_settlement`; FAIL takes its reason from `code`) and closes (`transfer_closing`), what is
 * wrong with a bill (`tradebill_file`, `fundflowbill_file`).
 */
const contentFaultSchema = z.enum([
  "ABNORMAL",
  "CLOSED",
  "NOT_ENOUGH",
  "USER_ACCOUNT_ABNORMAL",
  "ACCEPTED",
  "PROCESSING",
  "TRANSFERING",
  "FAIL",
  "late",
  ...transferFailReasonSchema.options,
  ...billFaultSchema.options,
]);

export const faultSchema = z.strictObject({
  /**
   * An endpoint's name, `payment_notification`, `refund_notification`, `transfer_notification`,
   * `notification` for all of them, or `*` for every endpoint of WeChat.
   */
  endpoint: z.string().min(1),
  kind: z.union([faultKindSchema, contentFaultSchema]),
  /** How often it happens before it is used up. */
  times: z.int().positive().max(1_000_000).default(1),
  /** The share of calls that it hits, drawn from the plan's seed. */
  probability: z.number().min(0).max(1).default(1),
  /** For latency, delay, late, PROCESSING and TRANSFERING. Real milliseconds, not scaled. */
  delayMs: z.int().nonnegative().max(604_800_000).default(30_000),
  /** For duplicate: how many extra copies. */
  copies: z.int().positive().max(100).default(1),
  /** For server_error and error_code. */
  status: z.int().min(400).max(599).default(500),
  code: z.string().default("SYSTEM_ERROR"),
  message: z.string().default("系统繁忙，请稍后重试"),
});
export type Fault = z.infer<typeof faultSchema>;
