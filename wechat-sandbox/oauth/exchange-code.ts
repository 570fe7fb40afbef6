import { randomText } from "../crypto/random-text";
import { jsonReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import { apiRefusal, asPlainText } from "../official-account/api-refusal";
import { openidFor, unionidFor } from "../openid";
import { accountByAppId, type SandboxContext } from "../sandbox-context";
import { oauthTokenAnswerSchema } from "../schemas/oauth";
import {
  findOauthCode,
  findOauthTokenByRefresh,
  insertOauthToken,
  type OauthToken,
  useOauthCode,
} from "../store/oauth";
import { linkIdentities } from "../store/users";

const ACCESS_LIFE_MS = 7200_000;
const REFRESH_LIFE_MS = 30 * 86_400_000;

function answerToken(context: SandboxContext, token: OauthToken): SandboxReply {
  const account = accountByAppId(context, token.app_id);
  const showsUnionid = account?.openPlatform && token.scope === "snsapi_userinfo";
  return asPlainText(
    jsonReply(
      oauthTokenAnswerSchema.parse({
        access_token: token.access_token,
        expires_in: 7200,
        refresh_token: token.refresh_token,
        openid: token.openid,
        scope: token.scope,
        ...(token.snapshot ? { is_snapshotuser: 1 } : {}),
        ...(showsUnionid
          ? { unionid: token.snapshot ? token.openid : unionidFor(token.user_id) }
          : {}),
      }),
    ),
  );
}

/**
 * GET /sns/oauth2/access_token. Refusals: 40002 grant_type, 40013 appid, 40125 secret, 41008 no
 * code, 40029 unknown, foreign or older than five minutes, 40163 used before.
 */
export function exchangeCode(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const query = request.url.searchParams;
  const account = accountByAppId(context, query.get("appid") ?? "");
  if (!account) return asPlainText(apiRefusal(context, 40013));
  if (query.get("secret") !== account.appSecret) return asPlainText(apiRefusal(context, 40125));
  if (query.get("grant_type") !== "authorization_code") {
    return asPlainText(apiRefusal(context, 40002));
  }
  const value = query.get("code");
  if (!value) return asPlainText(apiRefusal(context, 41008));
  const nowMs = context.now();
  const code = findOauthCode(context.db, value);
  if (!code || code.app_id !== account.appId) return asPlainText(apiRefusal(context, 40029));
  if (code.expires_at <= nowMs) return asPlainText(apiRefusal(context, 40029));
  if (!useOauthCode(context.db, value, nowMs)) return asPlainText(apiRefusal(context, 40163));
  linkIdentities(context.db, code.user_id, [account.appId]);
  const token: OauthToken = {
    access_token: `88_${randomText(context.random, 86)}`,
    refresh_token: `88_${randomText(context.random, 86)}`,
    app_id: account.appId,
    user_id: code.user_id,
    // A snapshot page's openid is virtual: nobody's, and another one each time.
    openid: code.snapshot
      ? openidFor(account.appId, `snapshot:${value}`)
      : openidFor(account.appId, code.user_id),
    scope: code.scope,
    snapshot: code.snapshot,
    expires_at: nowMs + ACCESS_LIFE_MS,
    refresh_expires_at: nowMs + REFRESH_LIFE_MS,
  };
  insertOauthToken(context.db, token);
  return answerToken(context, token);
}

/** GET /sns/oauth2/refresh_token. Refusals: 40013, 40002, 40029 unknown, 42002 after 30 days. */
export function refreshOauthToken(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const query = request.url.searchParams;
  const account = accountByAppId(context, query.get("appid") ?? "");
  if (!account) return asPlainText(apiRefusal(context, 40013));
  if (query.get("grant_type") !== "refresh_token") return asPlainText(apiRefusal(context, 40002));
  const known = findOauthTokenByRefresh(context.db, query.get("refresh_token") ?? "");
  if (!known || known.app_id !== account.appId) return asPlainText(apiRefusal(context, 40029));
  const nowMs = context.now();
  if (known.refresh_expires_at <= nowMs) return asPlainText(apiRefusal(context, 42002));
  const token: OauthToken = {
    ...known,
    access_token: `88_${randomText(context.random, 86)}`,
    expires_at: nowMs + ACCESS_LIFE_MS,
  };
  insertOauthToken(context.db, token);
  return answerToken(context, token);
}
