/** What WeChat's browser offers to pages; appears some time after the page. */
type WeixinJSBridge = {
  invoke: (
    method: string,
    parameters: Record<string, unknown>,
    answer: (result: { err_msg?: string }) => void,
  ) => void;
};

declare global {
  interface Window {
    WeixinJSBridge?: WeixinJSBridge;
  }
}

const waitMs = 4_000;

/**
 * WeChat's bridge, at once or as soon as it is there.
 * @param sdkUrl WeChat's script, loaded where the bridge is not there yet
 * @returns null when it does not come: this is not WeChat
 */
export function waitForBridge(sdkUrl?: string): Promise<WeixinJSBridge | null> {
  if (window.WeixinJSBridge) return Promise.resolve(window.WeixinJSBridge);
  return new Promise((resolve) => {
    const settle = () => resolve(window.WeixinJSBridge ?? null);
    document.addEventListener("WeixinJSBridgeReady", settle, { once: true });
    setTimeout(settle, waitMs);
    if (!sdkUrl) return;
    const script = document.createElement("script");
    script.src = sdkUrl;
    document.head.append(script);
  });
}
