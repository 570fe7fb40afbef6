import type { SandboxAccount } from "../account";
import { accountByAppId, type SandboxContext } from "../sandbox-context";
import type { OauthScope } from "../store/oauth";

export interface AuthorizeRequest {
  account: SandboxAccount;
  redirectUri: URL;
  scope: OauthScope;
  state: string;
}

interface AuthorizeFault {
  /** WeChat's number on the error page; null where it shows none. */
  code: number | null;
  message: string;
}

function fault(code: number | null, message: string): { ok: false; fault: AuthorizeFault } {
  return { ok: false, fault: { code, message } };
}

/**
 * Checks the query of /connect/oauth2/authorize: account, redirect_uri's host against the
 * configured domain (10003), response_type, scope (10005), state of at most 128 letters and digits.
 */
export function parseAuthorize(
  context: SandboxContext,
  query: URLSearchParams,
): { ok: true; request: AuthorizeRequest } | { ok: false; fault: AuthorizeFault } {
  const account = accountByAppId(context, query.get("appid") ?? "");
  if (!account) return fault(10013, "AppID 参数错误");
  const redirect = query.get("redirect_uri") ?? "";
  const redirectUri = URL.canParse(redirect) ? new URL(redirect) : null;
  if (!redirectUri || !/^https?:$/.test(redirectUri.protocol)) {
    return fault(10003, "redirect_uri 参数错误");
  }
  if (!account.oauthDomains.includes(redirectUri.hostname)) {
    return fault(10003, "redirect_uri 域名与后台配置不一致");
  }
  if (query.get("response_type") !== "code") return fault(null, "response_type 参数错误");
  const scope = query.get("scope");
  if (scope !== "snsapi_base" && scope !== "snsapi_userinfo") {
    return fault(10005, "Scope 参数错误或没有 Scope 权限");
  }
  const state = query.get("state") ?? "";
  if (!/^[a-zA-Z0-9]{0,128}$/.test(state)) return fault(null, "state 参数错误");
  return { ok: true, request: { account, redirectUri, scope, state } };
}

/** The address that the browser goes back to, with the code or, after a refusal, without. */
export function callbackUrl(request: AuthorizeRequest, code: string | null): string {
  const url = new URL(request.redirectUri);
  if (code !== null) url.searchParams.set("code", code);
  url.searchParams.set("state", request.state);
  return url.href;
}
