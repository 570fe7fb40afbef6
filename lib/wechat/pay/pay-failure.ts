/**
 * What can come of a call to WeChat Pay besides its answer. `unknown` stands for every unclear
 * outcome: the call may have worked, so only a query with the same number decides, never a new number.
 */
export type PayFailure =
  | "unknown"
  | "rate_limited"
  | "refused_signature"
  | "refused_permission"
  | "refused_parameters"
  | "parameters_changed"
  | "already_paid"
  | "order_closed"
  | "not_found"
  | "not_enough_balance"
  /** Of a refund: the customer's account is abnormal or closed; the money must go another way. */
  | "account_closed"
  /** Of a bill: nothing happened on that day. */
  | "no_statement"
  /** Of a bill: not made yet. */
  | "statement_creating";

/** The tail of Request-Id names the cause more exactly than the code does. */
const byTail: Record<string, PayFailure> = {
  "268512771": "not_found",
  "268449538": "already_paid",
  "268498689": "already_paid",
  "268498688": "parameters_changed",
  "268443699": "refused_signature",
  "268447840": "rate_limited",
};

const byCode: Record<string, PayFailure> = {
  SIGN_ERROR: "refused_signature",
  ORDERPAID: "already_paid",
  ORDER_PAID: "already_paid",
  ORDER_CLOSED: "order_closed",
  ORDERCLOSED: "order_closed",
  OUT_TRADE_NO_USED: "parameters_changed",
  ORDER_NOT_EXIST: "not_found",
  ORDERNOTEXIST: "not_found",
  RESOURCE_NOT_EXISTS: "not_found",
  NO_AUTH: "refused_permission",
  NOT_ENOUGH: "not_enough_balance",
  USER_ACCOUNT_ABNORMAL: "account_closed",
  NO_STATEMENT_EXIST: "no_statement",
  STATEMENT_CREATING: "statement_creating",
  FREQUENCY_LIMITED: "rate_limited",
  RATELIMIT_EXCEEDED: "rate_limited",
  SYSTEM_ERROR: "unknown",
  SYSTEMERROR: "unknown",
  BANK_ERROR: "unknown",
};

const byStatus: Record<number, PayFailure> = {
  400: "refused_parameters",
  401: "refused_signature",
  403: "refused_permission",
  404: "not_found",
  429: "rate_limited",
};

/**
 * Maps a refusal of WeChat Pay to the closed set above. A code that is not known counts by its HTTP
 * status, and a status that is not known, or 5xx, is `unknown`.
 */
export function payFailureOf(answer: {
  status: number;
  code: string;
  requestId: string;
}): PayFailure {
  if (answer.status >= 500) return "unknown";
  const tail = answer.requestId.split("-").at(-1) ?? "";
  return byTail[tail] ?? byCode[answer.code] ?? byStatus[answer.status] ?? "unknown";
}
