import { waitForBridge } from "@/lib/wechat/js-sdk/wait-for-bridge";

export type SheetAnswer = "ok" | "cancelled" | "failed" | "no_bridge";

/**
 * Opens WeChat's payment sheet.
 * @param sdkUrl WeChat's script, loaded where the bridge is not there yet
 * @returns what the sheet said. "ok" is not proof: only the server knows whether money came
 */
export async function openPaymentSheet(
  sdkUrl: string,
  parameters: Record<string, unknown>,
): Promise<SheetAnswer> {
  const bridge = await waitForBridge(sdkUrl);
  if (!bridge) return "no_bridge";
  return new Promise((resolve) => {
    bridge.invoke("getBrandWCPayRequest", parameters, (result) => {
      resolve(readAnswer(result.err_msg ?? ""));
    });
  });
}

/** "get_brand_wcpay_request:ok", ":cancel", ":fail" and its many relatives. */
export function readAnswer(message: string): SheetAnswer {
  const outcome = message.slice(message.lastIndexOf(":") + 1).trim();
  if (outcome === "ok") return "ok";
  return outcome === "cancel" ? "cancelled" : "failed";
}
