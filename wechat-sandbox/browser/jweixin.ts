import { drawMenuButton } from "./menu-button";
import { framedByPhone, joinPhone, tellPhone } from "./phone-link";
import { currentShareCard } from "./share-card";
import { createWx } from "./wx-interface";
import { requestPayment } from "./wx-payment";
import { requestTransfer } from "./wx-transfer";

type BridgeCallback = (result: { err_msg: string; err_desc?: string }) => void;

/** Real clients inject the bridge some time after the page started; pages must wait for it. */
const BRIDGE_DELAY_MS = 30;

async function closeWindow(): Promise<void> {
  if (await framedByPhone) tellPhone({ type: "close" });
  else history.back();
}

async function invokeBridge(
  name: string,
  params: Record<string, unknown>,
  callback?: BridgeCallback,
): Promise<void> {
  if (name === "getBrandWCPayRequest") {
    const { outcome, reason } = await requestPayment(params ?? {});
    const err_msg = `get_brand_wcpay_request:${outcome}`;
    callback?.(reason === undefined ? { err_msg } : { err_msg, err_desc: reason });
    return;
  }
  if (name === "requestMerchantTransfer") {
    const { outcome, reason } = await requestTransfer(params ?? {});
    const err_msg = `requestMerchantTransfer:${outcome}`;
    callback?.(reason === undefined ? { err_msg } : { err_msg, err_desc: reason });
    return;
  }
  if (name === "closeWindow") void closeWindow();
  const known = ["closeWindow", "setFontSizeCallback", "hideOptionMenu", "showOptionMenu"];
  callback?.({ err_msg: known.includes(name) ? `${name}:ok` : "system:function_not_exist" });
}

function defineBridge(): void {
  Reflect.set(window, "WeixinJSBridge", {
    invoke: (name: string, params: Record<string, unknown>, callback?: BridgeCallback) =>
      void invokeBridge(name, params, callback),
    call: (name: string) => void invokeBridge(name, {}),
    on: () => undefined,
  });
  document.dispatchEvent(new Event("WeixinJSBridgeReady"));
}

const wx = createWx(() => void closeWindow());
Reflect.set(window, "wx", wx);
Reflect.set(window, "jWeixin", wx);
setTimeout(defineBridge, BRIDGE_DELAY_MS);
joinPhone(currentShareCard);
if (document.body) void drawMenuButton();
else addEventListener("DOMContentLoaded", () => void drawMenuButton());
