import type { SandboxAccount } from "../account";
import { randomHex } from "../crypto/random-text";
import type { SandboxReply } from "../http/replies";
import type { Route } from "../http/route";
import type { SandboxRequest } from "../http/sandbox-request";
import { accountByMchId, type SandboxContext } from "../sandbox-context";
import { payErrorBodySchema } from "../schemas/pay-error";
import { signatureHeaders } from "../sign-notification";
import { PayRefusal } from "./pay-refusal";
import { verifyAuthorization } from "./verify-authorization";

interface PayAnswer {
  status: number;
  /** The JSON body; undefined for 204. */
  value?: unknown;
}

function requestId(context: SandboxContext, tail: number): string {
  return `08${randomHex(context.random, 17).toUpperCase()}-${tail}`;
}

function claimedAccount(context: SandboxContext, request: SandboxRequest): SandboxAccount | null {
  const mchid = /mchid="([^"]*)"/.exec(request.headers.authorization ?? "")?.[1] ?? "";
  return accountByMchId(context, mchid);
}

function signedReply(
  context: SandboxContext,
  account: SandboxAccount | null,
  answer: PayAnswer,
  tail: number,
): SandboxReply {
  const body = answer.value === undefined ? "" : JSON.stringify(answer.value);
  const nowSeconds = Math.floor(context.now() / 1000);
  return {
    status: answer.status,
    headers: {
      ...(body ? { "Content-Type": "application/json; charset=utf-8" } : {}),
      "Cache-Control": "no-cache, must-revalidate",
      "Request-Id": requestId(context, tail),
      ...(account ? signatureHeaders(account, body, nowSeconds, context.random) : {}),
    },
    body: Buffer.from(body),
  };
}

function checkHeaders(account: SandboxAccount, request: SandboxRequest): void {
  const { accept, "user-agent": userAgent, "content-type": contentType } = request.headers;
  if (!accept || !userAgent) throw new PayRefusal("PARAM_ERROR", "Http头缺少Accept或User-Agent");
  // Cancelling a transfer is a POST without body, and its page asks for no such header.
  const hasBody = request.rawBody.length > 0;
  if (request.method === "POST" && hasBody && !/^application\/json\b/i.test(contentType ?? "")) {
    throw new PayRefusal("PARAM_ERROR", "Http头Content-Type必须为application/json");
  }
  const serial = request.headers["wechatpay-serial"];
  if (serial !== undefined && serial !== account.wechatpayPublicKeyId) {
    throw new PayRefusal("PARAM_ERROR", "Http头Wechatpay-Serial与商户的微信支付公钥ID不一致");
  }
}

function answerRefusal(
  context: SandboxContext,
  request: SandboxRequest,
  error: unknown,
): SandboxReply {
  if (!(error instanceof PayRefusal)) throw error;
  const { code, message, detail } = error;
  const value = payErrorBodySchema.parse({ code, message, ...(detail ? { detail } : {}) });
  const account = claimedAccount(context, request);
  return signedReply(context, account, { status: error.status, value }, error.tail);
}

/**
 * Runs one WeChat Pay endpoint: authenticates the merchant, lets `decide` answer, turns a
 * PayRefusal into WeChat's error body, and signs whatever goes back.
 */
export function answerPay(
  decide: (context: SandboxContext, account: SandboxAccount, request: SandboxRequest) => PayAnswer,
): Route["answer"] {
  return (context, request) => {
    try {
      const account = verifyAuthorization(context, request);
      checkHeaders(account, request);
      return signedReply(context, account, decide(context, account, request), 0);
    } catch (error) {
      return answerRefusal(context, request, error);
    }
  };
}

/** Like answerPay for a file: what `answer` returns goes out as it is, only refusals are JSON. */
export function answerFile(answer: Route["answer"]): Route["answer"] {
  return async (context, request) => {
    try {
      return await answer(context, request);
    } catch (error) {
      return answerRefusal(context, request, error);
    }
  };
}
