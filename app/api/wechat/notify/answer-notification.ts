import { merchantOfHost } from "@/features/merchants/gate";
import { systemClock } from "@/lib/clock/now";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { readLimitedBody } from "@/lib/http/read-limited-body";
import { log } from "@/lib/log/log";

type Received = { ok: true; outcome: string } | { ok: false; reason: string };

type Receive = (call: {
  merchantId: AuthorizedMerchantId;
  rawBody: Uint8Array;
  headers: Headers;
  now: Date;
}) => Promise<Received>;

/** WeChat's notifications are about 2 kB. */
const maxBodyBytes = 64 * 1024;

/**
 * A notification of WeChat Pay to the shop of the host that was called. What was verified gets 204, also
 * when it was quarantined: sending it again would change nothing. What was not gets 4xx with WeChat's
 * error body. A fault of ours is 5xx, and WeChat comes again.
 */
export async function answerNotification(request: Request, receive: Receive): Promise<Response> {
  const scope = await merchantOfHost(request.headers.get("host") ?? "");
  if (!scope) return refuse(404, "unknown host");
  const rawBody = await readLimitedBody(request, maxBodyBytes);
  if (rawBody === null) return refuse(413, "body too large");
  const { merchantId } = scope;
  const call = { merchantId, rawBody, headers: request.headers, now: systemClock() };
  const received = await receive(call);
  if (received.ok) return new Response(null, { status: 204 });
  log.warn({ merchantId, reason: received.reason }, "WeChat notification refused");
  return refuse(received.reason === "not_set_up" ? 404 : 401, received.reason);
}

function refuse(status: number, message: string): Response {
  return Response.json({ code: "FAIL", message }, { status });
}
