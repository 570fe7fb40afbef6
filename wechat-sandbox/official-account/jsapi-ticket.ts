import { randomText } from "../crypto/random-text";
import { jsonReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import type { SandboxContext } from "../sandbox-context";
import { ticketAnswerSchema } from "../schemas/oauth";
import { findCredential, insertCredential, latestCredential } from "../store/credentials";
import { takeQuota } from "../store/quotas";
import { apiRefusal } from "./api-refusal";

const TICKET_LIFE_MS = 7200_000;
const DAY_MS = 86_400_000;
const DAILY_LIMIT = 1_000_000;

/**
 * GET /cgi-bin/ticket/getticket?type=jsapi. The same ticket while it lives. Refusals: 40001 for a
 * token that is unknown, 42001 for one that ended, 40097 for another type, 45009 over quota.
 */
export function getJsapiTicket(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const query = request.url.searchParams;
  const token = findCredential(context.db, "access_token", query.get("access_token") ?? "");
  if (!token) return apiRefusal(context, 40001);
  const nowMs = context.now();
  if (token.expires_at <= nowMs) return apiRefusal(context, 42001);
  if (query.get("type") !== "jsapi") return apiRefusal(context, 40097);
  const quota = { appId: token.app_id, name: "getticket", limit: DAILY_LIMIT, periodMs: DAY_MS };
  if (!takeQuota(context.db, quota, nowMs)) return apiRefusal(context, 45009);
  const latest = latestCredential(context.db, "jsapi_ticket", token.app_id);
  // A ticket handed out must live for at least a second, or its answer would be invalid.
  const live = latest && latest.expires_at - nowMs >= 1000 ? latest : null;
  const ticket = live ?? {
    value: `kgt8ON7yVIT${randomText(context.random, 75)}`,
    app_id: token.app_id,
    issued_at: nowMs,
    expires_at: nowMs + TICKET_LIFE_MS,
  };
  if (!live) insertCredential(context.db, "jsapi_ticket", ticket);
  return jsonReply(
    ticketAnswerSchema.parse({
      errcode: 0,
      errmsg: "ok",
      ticket: ticket.value,
      expires_in: Math.floor((ticket.expires_at - nowMs) / 1000),
    }),
  );
}
