import { requireApiStaff } from "@/app/api/merchant/require-api-staff";
import { shownActs, tickerPoll } from "@/app/api/merchant/ticker/ticker-poll";
import { listLatestActs } from "@/features/insights/queries/list-latest-acts";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/** Less than the web server's and most proxies' patience with a silent connection. */
const heartbeatMs = 15_000;

/**
 * What just happened in the shop: as a stream of events to a browser that asks for one, else once as
 * JSON. The stream ends with the session.
 */
export async function GET(request: Request): Promise<Response> {
  const gate = await requireApiStaff(request, "overview.read");
  if ("refusal" in gate) return gate.refusal;
  const { merchantId } = gate.staff;
  if (!request.headers.get("accept")?.includes("text/event-stream")) {
    const acts = await inMerchant(merchantId, (tx) =>
      listLatestActs(tx, { merchantId, limit: shownActs }),
    );
    return Response.json({ acts }, { headers: { "cache-control": "no-store" } });
  }
  const body = openStream(gate.staff, request.signal);
  if (!body) return Response.json({ reason: "too_many" }, { status: 429 });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // A proxy or compression that gathers bytes would hold back what is new.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function openStream(staff: StaffScope, signal: AbortSignal): ReadableStream<Uint8Array> | null {
  const encoder = new TextEncoder();
  let sent = "";
  let out: ReadableStreamDefaultController<Uint8Array> | null = null;
  const write = (text: string) => out?.enqueue(encoder.encode(text));
  const close = () => {
    clearInterval(heartbeat);
    leave?.();
    out?.close();
    out = null;
  };
  const leave = tickerPoll.listen(staff.merchantId, staff, {
    onAnswer: ({ acts, liveSessions }) => {
      if (!liveSessions.has(staff.sessionId)) {
        write("event: ended\ndata: {}\n\n");
        return close();
      }
      const data = JSON.stringify(acts);
      if (data !== sent) write(`event: acts\ndata: ${data}\n\n`);
      sent = data;
    },
    onEnd: close,
  });
  if (!leave) return null;
  const heartbeat = setInterval(() => write(": still here\n\n"), heartbeatMs);
  signal.addEventListener("abort", close, { once: true });
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      out = controller;
      write(": welcome\n\n");
    },
    cancel: () => {
      out = null;
      close();
    },
  });
}
