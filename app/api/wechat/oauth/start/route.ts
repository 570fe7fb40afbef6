import type { NextRequest, NextResponse } from "next/server";
import { v4 } from "uuid";
import { keepVisitor, sendTo, signInSentence } from "@/app/api/wechat/oauth/sign-in-answers";
import { beginSignIn } from "@/features/customers/commands/begin-sign-in";
import { currentVisitor } from "@/features/customers/gate";
import { parseReturnTo } from "@/features/customers/schema";
import { merchantOfRequest } from "@/features/merchants/gate";
import { systemClock } from "@/lib/clock/now";
import { AppError } from "@/lib/errors/app-error";
import { secureRandom } from "@/lib/ids/random-code";
import type { OauthScope } from "@/lib/wechat/oauth/authorize-url";

/** Silent sign-in: begun by whatever page needs to know the customer. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  return begin(request, request.nextUrl.searchParams.get("returnTo"), "snsapi_base", 302);
}

/**
 * Nickname and portrait: only by POST, that is by the tap on /me beside the words that say why. A link
 * or another site's form cannot begin it (SameSite=Lax).
 */
export async function POST(request: NextRequest): Promise<NextResponse> {
  // Whatever else a body may be, it names no page to come back to.
  const form = await request.formData().catch(() => null);
  const returnTo = form?.get("returnTo");
  return begin(request, typeof returnTo === "string" ? returnTo : null, "snsapi_userinfo", 303);
}

async function begin(
  request: NextRequest,
  wanted: string | null,
  oauthScope: OauthScope,
  status: 302 | 303,
): Promise<NextResponse> {
  const returnTo = parseReturnTo(wanted);
  const shop = await merchantOfRequest(request);
  if (!shop) return signInSentence("failed", "/");
  const visitor = await currentVisitor(shop);
  if (visitor.customerId && oauthScope === "snsapi_base") return sendTo(returnTo, status);
  const visitorId = visitor.visitorId ?? v4();
  const at = { now: systemClock(), random: secureRandom };
  try {
    const next = await beginSignIn(shop, { visitorId, oauthScope, returnTo, attempt: 1 }, at);
    return keepVisitor(sendTo(next.authorizeUrl, status), visitorId);
  } catch (error) {
    if (error instanceof AppError) return signInSentence("unavailable", returnTo);
    throw error;
  }
}
