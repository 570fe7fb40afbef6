import type { IncomingMessage, ServerResponse } from "node:http";
import { v4 } from "uuid";
import {
  parseVisitorId,
  visitorCookie,
  visitorCookieMaxAgeSeconds,
} from "@/features/customers/schema";
import { env } from "@/lib/env";

/** The visitor's id of a request, or null when the browser carries none that is ours. */
export function visitorIdOf(request: IncomingMessage): string | null {
  const value = cookieOf(request, visitorCookie);
  return parseVisitorId(value);
}

/** One cookie of a request. */
export function cookieOf(request: IncomingMessage, name: string): string | undefined {
  const part = request.headers.cookie?.split(/; */).find((pair) => pair.startsWith(`${name}=`));
  return part?.slice(name.length + 1);
}

export function visitorCookieHeader(visitorId: string): string {
  const secure = env().PUBLIC_ORIGIN.startsWith("https:") ? "; Secure" : "";
  return `${visitorCookie}=${visitorId}; Path=/; Max-Age=${visitorCookieMaxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/**
 * Gives a browser its id before the mall's API sees it, so that a first cart belongs to somebody. Pages
 * need none: they are the same for all.
 */
export function giveVisitorId(request: IncomingMessage, response: ServerResponse): void {
  if (visitorIdOf(request)) return;
  const visitorId = v4();
  const { cookie } = request.headers;
  const pair = `${visitorCookie}=${visitorId}`;
  request.headers.cookie = cookie ? `${pair}; ${cookie}` : pair;
  response.appendHeader("set-cookie", visitorCookieHeader(visitorId));
}
