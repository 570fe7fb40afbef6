/** Operating failures: thrown, logged, and mapped to an answer in one place. Expected outcomes are returned instead. */
export type AppErrorCode =
  | "not_found"
  | "not_signed_in"
  | "bad_request"
  | "too_many_requests"
  | "busy"
  | "wechat_unavailable"
  | "storage_unavailable";

export const httpStatusOf = {
  not_found: 404,
  not_signed_in: 401,
  bad_request: 400,
  too_many_requests: 429,
  busy: 503,
  wechat_unavailable: 502,
  storage_unavailable: 503,
} satisfies Record<AppErrorCode, number>;

export class AppError extends Error {
  constructor(
    readonly code: AppErrorCode,
    message: string = code,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = "AppError";
  }
}
