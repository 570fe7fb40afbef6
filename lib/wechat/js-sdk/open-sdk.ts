type CardForFriends = { title: string; desc: string; link: string; imgUrl: string };

/** What pages of ours call of WeChat's JS-SDK. */
type WechatSdk = {
  config: (settings: Record<string, unknown>) => void;
  ready: (then: () => void) => void;
  error: (then: () => void) => void;
  checkJsApi: (call: {
    jsApiList: string[];
    complete: (result: { checkResult?: Record<string, boolean> }) => void;
  }) => void;
  updateAppMessageShareData: (card: CardForFriends) => void;
  updateTimelineShareData: (card: Omit<CardForFriends, "desc">) => void;
};

/** Outside of WeChat its script says nothing at all. */
const waitMs = 4_000;

type SignedPage = { sdkUrl: string; appId: string };

/**
 * WeChat's JS-SDK, configured for this page and ready. Signs the address that WeChat checks: on iOS
 * the one the document was first loaded under, whatever the router did since; elsewhere the one shown
 * now.
 * @returns null where script, signature or WeChat's consent is missing
 */
export async function openSdk(jsApiList: readonly string[]): Promise<WechatSdk | null> {
  const path = `/api/wechat/js-config?url=${encodeURIComponent(addressToSign())}`;
  const answer = await fetch(path).catch(() => null);
  if (!answer?.ok) return null;
  const { sdkUrl, ...config }: SignedPage = await answer.json();
  const wx = await loadSdk(sdkUrl);
  if (!wx) return null;
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), waitMs);
    wx.error(() => resolve(null));
    wx.config({ ...config, debug: false, jsApiList });
    wx.ready(() => resolve(wx));
  });
}

function addressToSign(): string {
  const isIos = /iPhone|iPad|iPod/.test(navigator.userAgent);
  const [entry] = isIos ? performance.getEntriesByType("navigation") : [];
  return (entry?.name ?? location.href).split("#")[0] ?? "";
}

function sdk(): WechatSdk | undefined {
  return (window as { wx?: WechatSdk }).wx;
}

/** What WeChat adds is an extra: without the script the page works as before. */
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
