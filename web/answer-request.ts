import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { env } from "@/lib/env";
import { AppError, httpStatusOf } from "@/lib/errors/app-error";
import { log } from "@/lib/log/log";
import { answerDomainProof, isDomainProof } from "@/web/answer-domain-proof";
import { answerHealth, type Health } from "@/web/answer-health";
import { answerEvents, type EventParts, eventsPath } from "@/web/events/answer-events";
import { giveVisitorId } from "@/web/give-visitor-id";
import { answerLanding, type LandingParts } from "@/web/landing/answer-landing";
import { landingSentence } from "@/web/landing/landing-sentences";
import { limitBody } from "@/web/limit-body";
import { refuseUnreadable } from "@/web/refuse-unreadable";
import { openRequestEvent, type RequestEvent } from "@/web/request-event";
import { securityHeaders } from "@/web/security-headers";

export type WebParts = {
  next: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  landing: LandingParts;
  events: EventParts;
  health: Health;
  dev: boolean;
  /** Known to this process only: by it the landing's own fetches are recognised. */
  landingToken: string;
};

/** A secret for WebParts.landingToken. */
export function newLandingToken(): string {
  return randomBytes(16).toString("hex");
}

const landingPath = /^\/s\/([^/]*)\/?$/;

/** Who answers what: health and landings here, everything else Next. */
export function answerRequests(parts: WebParts): RequestListener {
  const headers = securityHeaders(parts.dev);
  return (request, response) => {
    const path = pathOf(request);
    const isDashboard = /^\/(merchant|api\/auth)(\/|$)/.test(path);
    for (const [name, value] of Object.entries(isDashboard ? headers.merchant : headers.mall)) {
      response.setHeader(name, value);
    }
    if (request.headers["x-renhe-landing"] === parts.landingToken) {
      void parts.next(request, response);
      return;
    }
    if (answerHealth(parts.health, response, path)) return;
    const event = openRequestEvent(request, response, path);
    if (!limitBody(request, response, path)) return;
    answer(parts, { request, response, event }, path).catch((error: unknown) => {
      fail(error, response, event);
    });
  };
}

type Exchange = { request: IncomingMessage; response: ServerResponse; event: RequestEvent };

async function answer(parts: WebParts, exchange: Exchange, path: string): Promise<void> {
  const { request, response, event } = exchange;
  request.headers["x-request-id"] = event.requestId;
  request.headers["x-real-ip"] = callerAddress(request);
  // Next and next-auth build addresses from these: ours to say, not the caller's.
  request.headers["x-forwarded-host"] = request.headers.host;
  request.headers["x-forwarded-proto"] = env().PUBLIC_ORIGIN.split(":", 1)[0];
  const code = landingPath.exec(path)?.[1];
  if (code !== undefined) return answerShared(parts, exchange, code);
  if (!refuseUnreadable(request, response)) return;
  if (path === eventsPath) return answerEvents(parts.events, exchange);
  if (isDomainProof(path)) return answerDomainProof(request, response, path);
  if (path.startsWith("/api/mall/")) giveVisitorId(request, response);
  await parts.next(request, response);
}

async function answerShared(parts: WebParts, exchange: Exchange, code: string): Promise<void> {
  const { request, response } = exchange;
  // Next's router asks for the data of the page it stands on: that is no new visit.
  if (request.headers.rsc !== undefined) {
    const found = await parts.landing.links.find(request.headers.host ?? "", code);
    request.url = `${found?.link?.path ?? "/"}${searchOf(request)}`;
    return parts.next(request, response);
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  await answerLanding(parts.landing, exchange, code);
}

/**
 * Who calls, for counting sign-ins. What the caller says about itself counts for nothing; the proxy in
 * front, where the settings say that there is one, puts the address it saw last.
 */
function callerAddress(request: IncomingMessage): string {
  const told = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  return (env().BEHIND_PROXY && told) || (request.socket.remoteAddress ?? "unknown");
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?", 1)[0] ?? "/";
}

function searchOf(request: IncomingMessage): string {
  const at = request.url?.indexOf("?") ?? -1;
  return at < 0 ? "" : (request.url?.slice(at) ?? "");
}

function fail(error: unknown, response: ServerResponse, event: RequestEvent): void {
  log.error({ requestId: event.requestId, err: error }, "request failed");
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const status = error instanceof AppError ? httpStatusOf[error.code] : 500;
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(landingSentence("unavailable"));
}
