import type { NextRequest, NextResponse } from "next/server";
import {
  keepSession,
  keepVisitor,
  sendTo,
  signInSentence,
} from "@/app/api/wechat/oauth/sign-in-answers";
import { finishSignIn, type SignInOutcome } from "@/features/customers/commands/finish-sign-in";
import { currentVisitor } from "@/features/customers/gate";
import { merchantOfRequest } from "@/features/merchants/gate";
import { systemClock } from "@/lib/clock/now";
import { AppError } from "@/lib/errors/app-error";
import { secureRandom } from "@/lib/ids/random-code";
import { log } from "@/lib/log/log";

/** Where WeChat sends the browser with code and state; the answer leads to an address without them. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  const shop = await merchantOfRequest(request);
  if (!shop) return signInSentence("failed", "/");
  const { visitorId, customerId } = await currentVisitor(shop);
  const query = request.nextUrl.searchParams;
  const state = query.get("state") ?? "";
  if (!visitorId || !/^[a-z0-9]{1,128}$/.test(state)) return signInSentence("failed", "/");
  const callback = { code: query.get("code"), state, visitorId, signedIn: customerId !== null };
  const at = { now: systemClock(), random: secureRandom };
  try {
    return answer(await finishSignIn(shop, callback, at));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.warn({ merchantId: shop.merchantId, code: error.code, err: error.message }, "sign-in");
    return signInSentence("unavailable", "/");
  }
}

function answer(outcome: SignInOutcome): NextResponse {
  switch (outcome.kind) {
    case "signed_in":
      return keepSession(keepVisitor(sendTo(outcome.returnTo), outcome.visitorId), outcome.token);
    case "continue":
      return sendTo(outcome.returnTo);
    case "restart":
      return sendTo(outcome.authorizeUrl);
    case "snapshot_user":
      return signInSentence("snapshot", "/");
    case "failed":
      return signInSentence("failed", outcome.returnTo);
  }
}
