import { env } from "@/lib/env";

export type OauthScope = "snsapi_base" | "snsapi_userinfo";

/**
 * Where the browser goes for a code. WeChat wants the parameters in the documented order and the
 * fragment at the end, also in a 302 (wechat.md 1.1).
 */
export function authorizeUrl(input: {
  appId: string;
  redirectUri: string;
  scope: OauthScope;
  state: string;
}): string {
  const parameters = [
    ["appid", input.appId],
    ["redirect_uri", input.redirectUri],
    ["response_type", "code"],
    ["scope", input.scope],
    ["state", input.state],
  ].map(([name, value]) => `${name}=${encodeURIComponent(value ?? "")}`);
  return `${env().WECHAT_OPEN_URL}/connect/oauth2/authorize?${parameters.join("&")}#wechat_redirect`;
}
