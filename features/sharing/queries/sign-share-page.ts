import { ownsHost } from "@/features/merchants/queries/owns-host";
import type { MerchantScope } from "@/features/merchants/schema";
import type { ShareConfigJson } from "@/features/sharing/schema";
import { systemClock } from "@/lib/clock/now";
import { env } from "@/lib/env";
import type { RandomBytes } from "@/lib/ids/random-code";
import { currentWechatCredentials } from "@/lib/wechat/credentials";
import { signPage } from "@/lib/wechat/js-sdk/sign-page";
import { getJsapiTicket } from "@/lib/wechat/tokens/get-jsapi-ticket";

/**
 * What wx.config needs on one of the shop's own pages. Anybody could otherwise have pages of their
 * own signed under the merchant's name (wechat.md 2.2).
 * @param url the page's full address; what follows # does not matter
 * @throws AppError("wechat_unavailable")
 */
export async function signSharePage(
  scope: MerchantScope,
  url: string,
  at: { now: Date; random: RandomBytes },
): Promise<
  { ok: true; config: ShareConfigJson } | { ok: false; reason: "foreign_host" | "not_set_up" }
> {
  const { merchantId } = scope;
  const host = httpHost(url);
  if (!host || !(await ownsHost(merchantId, host))) return { ok: false, reason: "foreign_host" };
  const account = await currentWechatCredentials(merchantId, at.now);
  if (!account) return { ok: false, reason: "not_set_up" };
  const { appId, appSecret } = account;
  const ticket = await getJsapiTicket({ merchantId, appId, appSecret }, systemClock);
  return {
    ok: true,
    config: { appId, ...signPage({ ticket, url }, at), sdkUrl: env().WECHAT_JSSDK_URL },
  };
}

function httpHost(url: string): string | null {
  if (url.length > 2_000 || !URL.canParse(url)) return null;
  const { protocol, hostname, username } = new URL(url);
  return /^https?:$/.test(protocol) && username === "" ? hostname : null;
}
