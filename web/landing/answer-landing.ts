import type { IncomingMessage, ServerResponse } from "node:http";
import { v4 } from "uuid";
import { sessionCookie } from "@/features/customers/schema";
import type { ShareVisit } from "@/features/sharing/schema";
import { newId } from "@/lib/ids/new-id";
import { cookieOf, visitorCookieHeader, visitorIdOf } from "@/web/give-visitor-id";
import type { MerchantBooks } from "@/web/group-commit/merchant-books";
import type { BindQueue } from "@/web/landing/bind-queue";
import { countsAsVisit, isInWechat } from "@/web/landing/counts-as-visit";
import { type LandingFault, landingSentence, landingStatus } from "@/web/landing/landing-sentences";
import type { FoundLink, LinkCache } from "@/web/landing/link-cache";
import type { CachedPage, PageCache } from "@/web/landing/page-cache";
import type { RequestEvent } from "@/web/request-event";

export type LandingParts = {
  links: LinkCache;
  pages: PageCache;
  clicks: MerchantBooks<ShareVisit>;
  binds: BindQueue;
  now: () => Date;
};

type Exchange = { request: IncomingMessage; response: ServerResponse; event: RequestEvent };
type LiveLink = FoundLink & { link: NonNullable<FoundLink["link"]> };

/**
 * Answers /s/<code> with the page that the link leads to, under its own address: one request from scan
 * to product. The click is durable before the page leaves.
 */
export async function answerLanding(
  parts: LandingParts,
  exchange: Exchange,
  code: string,
): Promise<void> {
  const { request } = exchange;
  const host = request.headers.host ?? "";
  const found = await parts.links.find(host, code).catch(() => "unavailable" as const);
  if (found === "unavailable") return sayFault(exchange, "unavailable");
  if (!found) return sayFault(exchange, "noShop");
  const { shop, link } = found;
  exchange.event.merchantId = shop.merchantId;
  if (!link) return sayFault(exchange, "unknown");
  exchange.event.linkId = link.linkId;
  if (link.revoked) return sayFault(exchange, "revoked");
  const visited = countsAsVisit(request.method ?? "", request.headers)
    ? recordVisit(parts, exchange, { shop, link })
    : null;
  const [page] = await Promise.all([
    parts.pages.get(shop.host, link.path).catch(() => null),
    visited,
  ]);
  if (!page) return sayFault(exchange, "unavailable");
  exchange.event.outcome = "landed";
  sendPage(exchange, page);
}

async function recordVisit(
  parts: LandingParts,
  exchange: Exchange,
  found: LiveLink,
): Promise<void> {
  const { request, response, event } = exchange;
  const known = visitorIdOf(request);
  const visitorId = known ?? v4();
  if (!known) response.setHeader("set-cookie", visitorCookieHeader(visitorId));
  const visit = {
    clickId: newId(),
    linkId: found.link.linkId,
    visitorId,
    clickedAt: parts.now(),
    inWechat: isInWechat(request.headers),
  };
  const { merchantId } = found.shop;
  event.click = await parts.clicks.record(merchantId, visit);
  const token = cookieOf(request, sessionCookie);
  if (token && event.click === "recorded") parts.binds.add(merchantId, { token, visitorId });
}

function sendPage({ request, response }: Exchange, page: CachedPage): void {
  const zipped = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const body = zipped ? page.gzipped : page.body;
  response.writeHead(page.status, {
    ...page.headers,
    ...(zipped ? { "content-encoding": "gzip" } : {}),
    vary: "accept-encoding",
    // Every opening must reach us: it is a visit.
    "cache-control": "no-store",
    "content-length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function sayFault({ request, response, event }: Exchange, fault: LandingFault): void {
  event.outcome = `link_${fault}`;
  const body = Buffer.from(landingSentence(fault));
  response.writeHead(landingStatus[fault], {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-length": body.length,
    ...(fault === "unavailable" ? { "retry-after": "5" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
