import { openSdk } from "@/lib/wechat/js-sdk/open-sdk";
import { waitForBridge } from "@/lib/wechat/js-sdk/wait-for-bridge";
import { wechatPlace } from "@/lib/wechat/js-sdk/wechat-place";

/** What WeChat's page for receiving a transfer is opened with. */
export type TransferParameters = { mchId: string; appId: string; packageInfo: string };

/** `shown`: the page was open; whether the money was received, only our server knows. */
export type TransferAnswer =
  | "shown"
  | "closed"
  | "refused"
  | "not_wechat"
  | "not_phone"
  | "unsupported";

const interfaceName = "requestMerchantTransfer";

/**
 * Opens WeChat's page where the distributor confirms that they receive a transfer. Asks first whether
 * this client can do it: only WeChat on a phone does (wechat.md 4.9).
 */
export async function openTransferPage(parameters: TransferParameters): Promise<TransferAnswer> {
  const place = wechatPlace(navigator.userAgent);
  if (place === "computer") return "not_phone";
  const wx = await openSdk([interfaceName]);
  const canReceive =
    wx &&
    (await new Promise<boolean>((resolve) => {
      wx.checkJsApi({
        jsApiList: [interfaceName],
        complete: ({ checkResult }) => resolve(checkResult?.[interfaceName] === true),
      });
    }));
  const bridge = canReceive ? await waitForBridge() : null;
  if (!bridge) return place === "phone" ? "unsupported" : "not_wechat";
  const { mchId, appId, packageInfo } = parameters;
  return new Promise((resolve) => {
    bridge.invoke(interfaceName, { mchId, appId, package: packageInfo }, (result) => {
      resolve(readTransferAnswer(result.err_msg ?? ""));
    });
  });
}

/** "requestMerchantTransfer:ok", ":cancel", ":fail" and what may follow it. */
export function readTransferAnswer(message: string): TransferAnswer {
  const outcome = message.slice(message.indexOf(":") + 1).trim();
  if (outcome === "ok") return "shown";
  return outcome === "cancel" ? "closed" : "refused";
}
