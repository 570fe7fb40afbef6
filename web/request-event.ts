import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { merchantOfHost } from "@/features/merchants/gate";
import { log } from "@/lib/log/log";

/** What the parts that answer add to a request's one line in the log. */
export type RequestEvent = {
  requestId: string;
  merchantId?: string;
  /** What it came to: "landed", "unknown_code"; else told by the status. */
  outcome?: string;
  linkId?: string;
  click?: string;
};

/**
 * Opens the one wide event of a request and writes it when the answer has left. Holds no query (codes
 * and states stand there), no share code, no cookie, no address of the caller.
 */
export function openRequestEvent(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): RequestEvent {
  const startedAt = performance.now();
  const event: RequestEvent = { requestId: randomUUID() };
  response.setHeader("x-request-id", event.requestId);
  response.once("close", () => {
    const status = response.statusCode;
    const line = {
      ...event,
      method: request.method,
      path: path.startsWith("/s/") ? "/s/:code" : path.slice(0, 200),
      status,
      durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
      outcome: response.writableFinished ? (event.outcome ?? outcomeOf(status)) : "aborted",
    };
    if (event.merchantId) log.info(line, "request");
    else
      void nameMerchant(request).then((merchantId) => log.info({ ...line, merchantId }, "request"));
  });
  return event;
}

function outcomeOf(status: number): string {
  if (status >= 500) return "failed";
  return status >= 400 ? "refused" : "ok";
}

async function nameMerchant(request: IncomingMessage): Promise<string | undefined> {
  const shop = await merchantOfHost(request.headers.host ?? "").catch(() => null);
  return shop?.merchantId;
}
