import { NextResponse } from "next/server";
import {
  sessionCookie,
  sessionDays,
  visitorCookie,
  visitorCookieMaxAgeSeconds,
} from "@/features/customers/schema";
import { env } from "@/lib/env";
import { sentencePage } from "@/lib/http/sentence-page";
import { mallText } from "@/lib/i18n/mall-text";

const noStore = { "cache-control": "no-store", "referrer-policy": "no-referrer" };

/** Sends the browser on; `no-referrer` keeps the code of the address we leave to ourselves. */
export function sendTo(location: string, status: 302 | 303 = 302): NextResponse {
  // Not NextResponse.redirect: it wants an absolute address and loses WeChat's fragment order.
  return new NextResponse(null, { status, headers: { ...noStore, location } });
}

export function keepVisitor(response: NextResponse, visitorId: string): NextResponse {
  response.cookies.set(visitorCookie, visitorId, cookie(visitorCookieMaxAgeSeconds));
  return response;
}

export function keepSession(response: NextResponse, token: string): NextResponse {
  response.cookies.set(sessionCookie, token, cookie(sessionDays * 86_400));
  return response;
}

/** A page with one sentence where signing in did not end with a session. */
export function signInSentence(
  kind: "failed" | "unavailable" | "snapshot",
  returnTo: string,
): NextResponse {
  const status = { failed: 400, unavailable: 502, snapshot: 200 }[kind];
  const again = `/api/wechat/oauth/start?returnTo=${encodeURIComponent(returnTo)}`;
  const html = sentencePage({
    title: mallText(`distribution.signIn.${kind}Title`),
    sentence: mallText(`distribution.signIn.${kind}`),
    action:
      kind === "snapshot"
        ? { href: "/", label: mallText("distribution.signIn.toShop") }
        : { href: again, label: mallText("distribution.signIn.again") },
  });
  return new NextResponse(html, {
    status,
    headers: { ...noStore, "content-type": "text/html; charset=utf-8" },
  });
}

function cookie(maxAge: number) {
  const secure = env().PUBLIC_ORIGIN.startsWith("https:");
  return { httpOnly: true, sameSite: "lax", path: "/", maxAge, secure } as const;
}
