import type { SandboxAccount } from "../account";
import { randomText } from "../crypto/random-text";
import { jsonReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import { accountByAppId, type SandboxContext } from "../sandbox-context";
import { stableTokenAnswerSchema, stableTokenRequestSchema } from "../schemas/oauth";
import {
  type Credential,
  expireCredentials,
  insertCredential,
  latestCredential,
} from "../store/credentials";
import { quotaLastTakenAt, takeQuota } from "../store/quotas";
import { type ApiErrorCode, apiRefusal } from "./api-refusal";

const TOKEN_LIFE_MS = 7200_000;
/** WeChat renews five minutes early; the old token keeps working until it ends. */
const RENEW_BEFORE_MS = 300_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const FORCE_INTERVAL_MS = 30_000;

function parseRequest(request: SandboxRequest) {
  try {
    return stableTokenRequestSchema.safeParse(JSON.parse(request.rawBody.toString("utf8")));
  } catch {
    return { success: false } as const;
  }
}

function refusedQuota(
  context: SandboxContext,
  appId: string,
  forced: boolean,
): ApiErrorCode | null {
  const nowMs = context.now();
  const minute = { appId, name: "stable_token/minute", limit: 10_000, periodMs: MINUTE_MS };
  if (!takeQuota(context.db, minute, nowMs)) return 45011;
  const day = { appId, name: "stable_token/day", limit: 500_000, periodMs: DAY_MS };
  if (!takeQuota(context.db, day, nowMs)) return 45009;
  if (!forced) return null;
  const lastForcedAt = quotaLastTakenAt(context.db, appId, "stable_token/forced");
  if (lastForcedAt !== null && nowMs - lastForcedAt < FORCE_INTERVAL_MS) return 45011;
  const daily = { appId, name: "stable_token/forced", limit: 20, periodMs: DAY_MS };
  return takeQuota(context.db, daily, nowMs) ? null : 45009;
}

function currentToken(
  context: SandboxContext,
  account: SandboxAccount,
  forced: boolean,
): Credential {
  const nowMs = context.now();
  const latest = latestCredential(context.db, "access_token", account.appId);
  if (!forced && latest && latest.expires_at - nowMs >= RENEW_BEFORE_MS) return latest;
  if (forced) expireCredentials(context.db, "access_token", account.appId, nowMs);
  const token = {
    value: `88_${randomText(context.random, 133)}`,
    app_id: account.appId,
    issued_at: nowMs,
    expires_at: nowMs + TOKEN_LIFE_MS,
  };
  insertCredential(context.db, "access_token", token);
  return token;
}

/**
 * POST /cgi-bin/stable_token. Repeats answer the same token; force_refresh ends the old one, at
 * most 20 times a day and 30 s apart. Refusals: 47001, 40002, 40013, 40125, 45009, 45011.
 */
export function getStableToken(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const parsed = parseRequest(request);
  if (!parsed.success) return apiRefusal(context, 47001);
  const { grant_type, appid, secret, force_refresh } = parsed.data;
  if (grant_type !== "client_credential") return apiRefusal(context, 40002);
  if (!appid) return apiRefusal(context, 41002);
  if (!secret) return apiRefusal(context, 41004);
  const account = accountByAppId(context, appid);
  if (!account) return apiRefusal(context, 40013);
  if (secret !== account.appSecret) return apiRefusal(context, 40125);
  const refused = refusedQuota(context, appid, force_refresh);
  if (refused) return apiRefusal(context, refused);
  const token = currentToken(context, account, force_refresh);
  const expires_in = Math.floor((token.expires_at - context.now()) / 1000);
  return jsonReply(stableTokenAnswerSchema.parse({ access_token: token.value, expires_in }));
}
