import { jsonReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import { apiRefusal, asPlainText } from "../official-account/api-refusal";
import { unionidFor } from "../openid";
import { accountByAppId, type SandboxContext } from "../sandbox-context";
import { userInfoAnswerSchema } from "../schemas/oauth";
import { findOauthToken } from "../store/oauth";
import { findUser } from "../store/users";

/**
 * GET /sns/userinfo. Refusals: 40001 unknown token, 42001 expired, 40003 another user's openid,
 * 48001 for a snsapi_base token and for a snapshot page's virtual user.
 */
export function getUserInfo(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const query = request.url.searchParams;
  const token = findOauthToken(context.db, query.get("access_token") ?? "");
  if (!token) return asPlainText(apiRefusal(context, 40001));
  if (token.expires_at <= context.now()) return asPlainText(apiRefusal(context, 42001));
  if (query.get("openid") !== token.openid) return asPlainText(apiRefusal(context, 40003));
  const user = findUser(context.db, token.user_id);
  if (!user || token.snapshot || token.scope === "snsapi_base") {
    return asPlainText(apiRefusal(context, 48001));
  }
  const account = accountByAppId(context, token.app_id);
  const answer = userInfoAnswerSchema.parse({
    openid: token.openid,
    nickname: user.nickname,
    sex: 0,
    language: "",
    city: "",
    province: "",
    country: "",
    headimgurl: `${request.url.origin}/sandbox/avatars/${user.id}`,
    privilege: [],
    ...(account?.openPlatform ? { unionid: unionidFor(user.id) } : {}),
  });
  return asPlainText(jsonReply(answer));
}
