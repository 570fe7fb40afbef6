import { askSandbox, showSheet } from "./client-calls";
import { showToast } from "./sheet-overlay";
import { interfaceObstacle } from "./wx-config";

const TRANSFER_FIELDS = ["mchId", "appId", "package"];

let transferIsShown = false;

/**
 * Shows the page on which the payee confirms; resolves when the page is back. "ok" says that it was
 * shown: whether anything was confirmed only the merchant's server can find out.
 */
export async function requestTransfer(
  params: Record<string, unknown>,
): Promise<{ outcome: string; reason?: string }> {
  const obstacle = interfaceObstacle("requestMerchantTransfer");
  if (obstacle) return { outcome: `fail, ${obstacle}`, reason: obstacle };
  const missing = TRANSFER_FIELDS.find((name) => typeof params[name] !== "string" || !params[name]);
  if (missing) return failTransfer(`调用收款JSAPI缺少参数：${missing}`);
  if (transferIsShown) return failTransfer("正在收款，请勿重复操作");
  transferIsShown = true;
  try {
    const answer = await askSandbox("/sandbox/js/transfer", { params, url: location.href });
    if (answer.ok !== true) return failTransfer(String(answer.reason));
    await showSheet(String(answer.sheet));
    return { outcome: "ok" };
  } catch {
    return failTransfer("网络异常，请稍后再试");
  } finally {
    transferIsShown = false;
  }
}

function failTransfer(reason: string): { outcome: string; reason: string } {
  showToast(reason);
  return { outcome: "fail", reason };
}
