import { withControlBody } from "../control/answer-control";
import { jsonReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import { accountByAppId, type SandboxContext } from "../sandbox-context";
import { jsConfigSchema } from "../schemas/phone";
import { listLiveCredentials } from "../store/credentials";
import { jsapiSignature } from "./jsapi-signature";

function refuse(errMsg: string): SandboxReply {
  return jsonReply({ ok: false, errMsg });
}

/** Whether a host is one of the JS domains or below one. */
function isSafeDomain(domains: string[], hostname: string): boolean {
  return domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}

/**
 * POST /sandbox/js/config: what the client asks WeChat when a page calls wx.config. Refuses with
 * WeChat's errMsg: unknown appid, a host outside the JS domains, a signature that no live ticket of
 * the account explains.
 */
export function checkJsConfig(context: SandboxContext, request: SandboxRequest): SandboxReply {
  return withControlBody(jsConfigSchema, request, (config) => {
    const account = accountByAppId(context, config.appId);
    if (!account) return refuse("config:invalid appid");
    if (!isSafeDomain(account.jsDomains, new URL(config.url).hostname)) {
      return refuse("config:invalid url domain");
    }
    const tickets = listLiveCredentials(context.db, "jsapi_ticket", account.appId, context.now());
    const { nonceStr, timestamp, url } = config;
    const valid = tickets.some(
      ({ value }) =>
        jsapiSignature({ ticket: value, nonceStr, timestamp, url }) === config.signature,
    );
    if (!valid) return refuse("config:invalid signature");
    return jsonReply({ ok: true, errMsg: "config:ok", jsDomains: account.jsDomains });
  });
}
