import type { ShareCardJson, ShareConfigJson, ShareTarget } from "@/features/sharing/schema";

type CardForFriends = { title: string; desc: string; link: string; imgUrl: string };
type WechatSdk = {
  config: (settings: Record<string, unknown>) => void;
  ready: (then: () => void) => void;
  updateAppMessageShareData: (card: CardForFriends) => void;
  updateTimelineShareData: (card: Omit<CardForFriends, "desc">) => void;
};

const jsApiList = ["updateAppMessageShareData", "updateTimelineShareData"];

/**
 * Tells WeChat what sharing this page sends. Signs the address that WeChat checks: on iOS the one the
 * document was first loaded under, whatever the router did since; elsewhere the one shown now.
 */
export async function configureWechat(target: ShareTarget): Promise<void> {
  const [signed, card] = await Promise.all([
    json<ShareConfigJson>(`/api/wechat/js-config?url=${encodeURIComponent(addressToSign())}`),
    json<ShareCardJson>("/api/mall/share", { ...target, channel: "card" }),
  ]);
  if (!signed || !card) return;
  const { sdkUrl, ...config } = signed;
  const wx = await loadSdk(sdkUrl);
  if (!wx) return;
  const { title, description: desc, pictureUrl: imgUrl, link } = card;
  // Somebody else's link in the address stays theirs for whoever passes it on without signing in.
  const shared = { title, link: link ?? withoutFragment(location.href), imgUrl };
  wx.config({ ...config, debug: false, jsApiList });
  wx.ready(() => {
    wx.updateAppMessageShareData({ ...shared, desc });
    wx.updateTimelineShareData(shared);
  });
}

function addressToSign(): string {
  const isIos = /iPhone|iPad|iPod/.test(navigator.userAgent);
  const [entry] = isIos ? performance.getEntriesByType("navigation") : [];
  return withoutFragment(entry?.name ?? location.href);
}

function withoutFragment(url: string): string {
  return url.split("#")[0] ?? url;
}

async function json<T>(path: string, body?: object): Promise<T | null> {
  const init = body ? { method: "POST", body: JSON.stringify(body) } : {};
  const answer = await fetch(path, init).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

function sdk(): WechatSdk | undefined {
  return (window as { wx?: WechatSdk }).wx;
}

/** Sharing is an extra: without the script the page works as before. */
function loadSdk(url: string): Promise<WechatSdk | undefined> {
  if (sdk()) return Promise.resolve(sdk());
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve(sdk());
    script.onerror = () => resolve(undefined);
    document.head.append(script);
  });
}
