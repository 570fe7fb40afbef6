import type { IncomingMessage, ServerResponse } from "node:http";
import { v4 } from "uuid";
import { isTimely } from "@/domain/events/is-timely";
import { type EventBatch, eventBatchSchema, type PageEvent } from "@/features/events/schema";
import type { MerchantScope } from "@/features/merchants/schema";
import { staffCookie } from "@/features/staff/schema";
import { zeroId } from "@/lib/ids/new-id";
import type { VisitorBudget } from "@/web/events/visitor-budget";
import { cookieOf, visitorCookieHeader, visitorIdOf } from "@/web/give-visitor-id";
import type { MerchantBooks } from "@/web/group-commit/merchant-books";
import { isPerson } from "@/web/landing/counts-as-visit";
import type { RequestEvent } from "@/web/request-event";

export type EventParts = {
  findShop: (host: string) => Promise<MerchantScope | null>;
  /** What one page sent is written together. */
  books: MerchantBooks<readonly PageEvent[]>;
  budget: VisitorBudget;
  now: () => Date;
};

type Exchange = { request: IncomingMessage; response: ServerResponse; event: RequestEvent };

export const eventsPath = "/api/events";
const maxBytes = 64_000;

/**
 * Takes in what a page has gathered. The answer 204 says that it is durable; 503 that it is not yet,
 * and the page may send it again: an event counts once. Machines and staff are thanked and not counted.
 */
export async function answerEvents(parts: EventParts, exchange: Exchange): Promise<void> {
  const { request, response, event } = exchange;
  if (request.method !== "POST") return end(response, 405, { allow: "POST" });
  if (isForeign(request)) return end(response, 404);
  const body = await readBody(request);
  if (body === null) return end(response, 413, { connection: "close" });
  const batch = readBatch(body);
  if (batch === null) return end(response, 400);
  if (!isPerson(request.headers) || cookieOf(request, staffCookie) !== undefined) {
    event.outcome = "not_counted";
    return end(response, 204);
  }
  const shop = await parts.findShop(request.headers.host ?? "");
  if (!shop) return end(response, 404);
  event.merchantId = shop.merchantId;
  const known = visitorIdOf(request);
  const visitorId = known ?? v4();
  if (!known) response.setHeader("set-cookie", visitorCookieHeader(visitorId));
  const receivedAt = parts.now();
  const events = timely(batch, visitorId, receivedAt);
  if (!parts.budget.take(visitorId, events.length, receivedAt)) return end(response, 429);
  if (events.length === 0) return end(response, 204);
  const outcome = await parts.books.record(shop.merchantId, events);
  return end(response, outcome === "recorded" ? 204 : 503);
}

/** A page of another site; programs that name none are no browsers, and are not counted anyway. */
function isForeign({ headers: { origin, host } }: IncomingMessage): boolean {
  if (origin === undefined) return false;
  if (origin === `https://${host}` || origin === `http://${host}`) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** Events of other days are no news any more: they are left out, and the others count. */
function timely({ events }: EventBatch, visitorId: string, receivedAt: Date): PageEvent[] {
  return events
    .map(({ id, kind, at, productId = zeroId, amount = 0 }) => {
      return { id, kind, at: new Date(at), visitorId, receivedAt, productId, amount };
    })
    .filter(({ at }) => isTimely(at, receivedAt));
}

/** Beacons come as text: what they hold decides, not what they call themselves. */
function readBatch(body: Buffer): EventBatch | null {
  try {
    return eventBatchSchema.safeParse(JSON.parse(body.toString("utf8"))).data ?? null;
  } catch {
    return null;
  }
}

/** Null when it is too large or was cut off. Listens, because an iterator costs as much as all else of it. */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) resolve(null);
      else chunks.push(chunk);
    });
    request.on("end", () =>
      resolve(chunks.length === 1 ? (chunks[0] ?? null) : Buffer.concat(chunks)),
    );
    request.on("close", () => resolve(null));
    request.on("error", () => resolve(null));
  });
}

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "cache-control": "no-store", "content-length": 0, ...headers });
  response.end();
}
