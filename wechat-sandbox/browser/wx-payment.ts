import { askSandbox, showSheet } from "./client-calls";
import { showToast } from "./sheet-overlay";

/** Numbers are refused by real clients too: every field of the payment call is text. */
const PAYMENT_FIELDS = ["appId", "timeStamp", "nonceStr", "package", "signType", "paySign"];

let sheetIsOpen = false;

/** Shows the payment sheet; "ok", "cancel", or "fail" with WeChat's words for it. */
export async function requestPayment(
  params: Record<string, unknown>,
): Promise<{ outcome: "ok" | "cancel" | "fail"; reason?: string }> {
  const missing = PAYMENT_FIELDS.find((name) => typeof params[name] !== "string" || !params[name]);
  if (missing) return failPayment(`调用支付JSAPI缺少参数：${missing}`);
  if (sheetIsOpen) return failPayment("正在支付，请勿重复操作");
  sheetIsOpen = true;
  try {
    const answer = await askSandbox("/sandbox/js/pay", { params, url: location.href });
    if (answer.ok !== true) return failPayment(String(answer.reason));
    const result = await showSheet(String(answer.sheet));
    if (result === "ok" || result === "cancel") return { outcome: result };
    return { outcome: "fail", reason: result };
  } catch {
    return failPayment("网络异常，请稍后再试");
  } finally {
    sheetIsOpen = false;
  }
}

function failPayment(reason: string): { outcome: "fail"; reason: string } {
  showToast(reason);
  return { outcome: "fail", reason };
}
