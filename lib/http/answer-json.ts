import { AppError, type AppErrorCode, httpStatusOf } from "@/lib/errors/app-error";
import { log } from "@/lib/log/log";

/**
 * Answers a request of the shop's own pages. Amounts leave as strings of fen; nothing is kept by
 * caches. An AppError becomes its status and reason, anything else a 500 without details.
 */
export async function answerJson(
  work: () => Promise<{ status?: number; body: unknown; headers?: Record<string, string> }>,
): Promise<Response> {
  try {
    const { status = 200, body, headers = {} } = await work();
    return toResponse(status, body, headers);
  } catch (error) {
    if (error instanceof AppError) {
      return toResponse(httpStatusOf[error.code], { ok: false, reason: error.code });
    }
    log.error({ err: error }, "a request of the mall failed");
    return toResponse(500, { ok: false, reason: "unknown" });
  }
}

/** The answer for an expected refusal: 404 for what is not there, 409 for what cannot be now. */
export function statusOfReason(reason: string): number {
  const known: Partial<Record<string, number>> = httpStatusOf satisfies Record<
    AppErrorCode,
    number
  >;
  return known[reason] ?? 409;
}

function toResponse(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify(body, (_key, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return new Response(text, {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
  });
}
