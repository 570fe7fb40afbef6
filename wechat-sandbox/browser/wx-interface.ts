import { type ShareCard, setShareCard } from "./share-card";
import {
  configure,
  configuredAppId,
  finishCall,
  interfaceObstacle,
  isSafeLink,
  type WxCallbacks,
  whenFailed,
  whenReady,
} from "./wx-config";
import { requestPayment } from "./wx-payment";
import { previewPictures } from "./wx-preview";

type ShareCall = Partial<ShareCard> & WxCallbacks;

const INTERFACES = [
  "updateAppMessageShareData",
  "updateTimelineShareData",
  "onMenuShareTimeline",
  "onMenuShareAppMessage",
  "onMenuShareQQ",
  "onMenuShareQZone",
  "chooseWXPay",
  "requestMerchantTransfer",
  "closeWindow",
  "previewImage",
  "hideMenuItems",
  "showMenuItems",
  "hideOptionMenu",
  "showOptionMenu",
];

function shareOutcome(name: string, call: ShareCall): string {
  const obstacle = interfaceObstacle(name);
  if (obstacle) return obstacle;
  return call.link && !isSafeLink(call.link) ? "invalid url domain" : "ok";
}

/** Sets the card for friends; a card for the timeline is accepted and not shown anywhere. */
function shareInterface(name: string) {
  const forFriends = name === "updateAppMessageShareData" || name === "onMenuShareAppMessage";
  return (call: ShareCall): void => {
    const outcome = shareOutcome(name, call);
    if (outcome === "ok" && forFriends) setShareCard(call);
    finishCall(name, call, outcome);
  };
}

function plainInterface<Call extends WxCallbacks>(name: string, act: (call: Call) => void) {
  return (call: Call): void => {
    const obstacle = interfaceObstacle(name);
    if (!obstacle) act(call);
    finishCall(name, call ?? {}, obstacle ?? "ok");
  };
}

async function chooseWxPay(call: Record<string, unknown> & WxCallbacks): Promise<void> {
  const obstacle = interfaceObstacle("chooseWXPay");
  if (obstacle) {
    finishCall("chooseWXPay", call, obstacle);
    return;
  }
  const { timestamp, nonceStr, signType, paySign } = call;
  const params = {
    appId: configuredAppId(),
    timeStamp: timestamp === undefined ? "" : String(timestamp),
    nonceStr,
    package: call.package,
    signType,
    paySign,
  };
  const { outcome, reason } = await requestPayment(params);
  finishCall("chooseWXPay", call, outcome, reason === undefined ? {} : { err_desc: reason });
}

/** The object that pages know as `wx`. `closeWindow` depends on who holds the window. */
export function createWx(closeWindow: () => void): Record<string, unknown> {
  const shares = INTERFACES.filter((name) => /Share/.test(name)).map((name) => [
    name,
    shareInterface(name),
  ]);
  const menus = INTERFACES.filter((name) => /Menu(Items)?$/.test(name)).map((name) => [
    name,
    plainInterface(name, () => undefined),
  ]);
  return {
    ...Object.fromEntries([...shares, ...menus]),
    config: (config: Parameters<typeof configure>[0]) => void configure(config),
    ready: whenReady,
    error: whenFailed,
    checkJsApi: (call: { jsApiList?: string[] } & WxCallbacks) => {
      const known = (call.jsApiList ?? []).map((name) => [name, INTERFACES.includes(name)]);
      finishCall("checkJsApi", call, "ok", { checkResult: Object.fromEntries(known) });
    },
    chooseWXPay: (call: Parameters<typeof chooseWxPay>[0]) => void chooseWxPay(call),
    closeWindow: plainInterface("closeWindow", closeWindow),
    previewImage: plainInterface("previewImage", (call: PreviewCall) =>
      previewPictures(call.current ?? "", call.urls ?? []),
    ),
  };
}

interface PreviewCall extends WxCallbacks {
  current?: string;
  urls?: string[];
}
