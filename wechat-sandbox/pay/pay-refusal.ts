/**
 * The refusals of WeChat Pay v3: HTTP status, code, and the number at the end of Request-Id. The
 * numbers named in Tencent's trouble-shooting guide are used; where it names none, the range's
 * generic 268435456 stands.
 */
const REFUSALS = {
  SIGN_ERROR: { status: 401, tail: 268443699 },
  PARAM_ERROR: { status: 400, tail: 268435456 },
  INVALID_REQUEST: { status: 400, tail: 268435456 },
  PARAMETERS_CHANGED: { status: 400, tail: 268498688, code: "INVALID_REQUEST" },
  APPID_MCHID_NOT_MATCH: { status: 400, tail: 268445527 },
  ORDERPAID: { status: 400, tail: 268449538 },
  ORDER_CLOSED: { status: 400, tail: 268435456 },
  ORDER_NOT_EXIST: { status: 404, tail: 268512771 },
  RESOURCE_NOT_EXISTS: { status: 404, tail: 268435456 },
  NOT_FOUND: { status: 404, tail: 268435456 },
  NO_AUTH: { status: 403, tail: 268435456 },
  NOT_ENOUGH: { status: 403, tail: 268435456 },
  USER_ACCOUNT_ABNORMAL: { status: 403, tail: 268435456 },
  FREQUENCY_LIMITED: { status: 429, tail: 268447840 },
  FREQUENCY_LIMIT: { status: 429, tail: 268447840 },
  NO_STATEMENT_EXIST: { status: 400, tail: 268435456 },
  STATEMENT_CREATING: { status: 400, tail: 268435456 },
} as const satisfies Record<string, { status: number; tail: number; code?: string }>;

export type PayRefusalReason = keyof typeof REFUSALS;

/**
 * Thrown anywhere below a WeChat Pay endpoint and turned into its answer in one place. An exception
 * because the real server's refusal ends the request wherever it is noticed.
 */
export class PayRefusal extends Error {
  readonly status: number;
  readonly tail: number;
  readonly code: string;
  readonly detail: Record<string, unknown> | undefined;

  constructor(reason: PayRefusalReason, message: string, detail?: Record<string, unknown>) {
    super(message);
    const refusal: { status: number; tail: number; code?: string } = REFUSALS[reason];
    this.status = refusal.status;
    this.tail = refusal.tail;
    this.code = refusal.code ?? reason;
    this.detail = detail;
  }
}
