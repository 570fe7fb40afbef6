import { randomHex } from "../crypto/random-text";
import { jsonReply, type SandboxReply } from "../http/replies";
import type { SandboxContext } from "../sandbox-context";
import { apiErrorSchema } from "../schemas/oauth";

/** Codes and texts of the official-account API (wechat.md 1.3, 2.6). */
const REFUSALS = {
  40001: "invalid credential, access_token is invalid or not latest",
  40002: "invalid grant_type",
  40003: "invalid openid",
  40013: "invalid appid",
  40029: "invalid code",
  40097: "invalid args",
  40125: "invalid appsecret",
  40163: "code been used",
  41002: "appid missing",
  41004: "appsecret missing",
  41008: "missing code",
  42001: "access_token expired",
  42002: "refresh_token expired",
  43002: "require POST method",
  45009: "reach max api daily quota limit",
  45011: "api minute-quota reach limit, must slower, retry next minute",
  47001: "data format error",
  48001: "api unauthorized",
} as const;
export type ApiErrorCode = keyof typeof REFUSALS;

/** WeChat's refusal: HTTP 200 with errcode and an errmsg that ends in a request id. */
export function apiRefusal(context: SandboxContext, errcode: ApiErrorCode): SandboxReply {
  const rid = [4, 4, 4].map((bytes) => randomHex(context.random, bytes)).join("-");
  return jsonReply(apiErrorSchema.parse({ errcode, errmsg: `${REFUSALS[errcode]}, rid: ${rid}` }));
}

/** sns answers are JSON under text/plain; a client must not look at the content type. */
export function asPlainText(reply: SandboxReply): SandboxReply {
  return { ...reply, headers: { ...reply.headers, "Content-Type": "text/plain" } };
}
