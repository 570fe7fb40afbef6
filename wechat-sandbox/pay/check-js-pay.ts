import type { SandboxAccount } from "../account";
import { withControlBody } from "../control/answer-control";
import { verifyRsaSha256 } from "../crypto/rsa-signature";
import { jsonReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import { currentUser } from "../phone/current-user";
import { accountByAppId, type SandboxContext } from "../sandbox-context";
import { type JsPay, jsPaySchema } from "../schemas/phone";
import { findOrderByPrepay } from "../store/orders";
import { payObstacle } from "./pay-order";

/** WeChat's words on the phone for what stands in the way of paying. */
export const OBSTACLE_TEXT = {
  unknown_prepay: "支付验证签名失败：prepay_id 无效",
  expired: "订单已过期，请返回商家重新下单",
  paid: "该订单已支付",
  closed: "该订单已关闭",
  other_user: "下单账号与支付账号不一致，请核实后再支付",
} as const;

/** Directories are prefixes of `host[:port]/path`; one without port stands for every port. */
function isPayDirectory(account: SandboxAccount, page: URL): boolean {
  return account.payDirectories.some(
    (directory) =>
      `${page.host}${page.pathname}`.startsWith(directory) ||
      `${page.hostname}${page.pathname}`.startsWith(directory),
  );
}

function hasValidSign(account: SandboxAccount, params: JsPay["params"]): boolean {
  const lines = [params.appId, params.timeStamp, params.nonceStr, params.package];
  const message = lines.map((line) => `${line}\n`).join("");
  return verifyRsaSha256(message, params.paySign, account.merchantPublicKeyPem);
}

function obstacleOf(
  context: SandboxContext,
  request: SandboxRequest,
  { params, url }: JsPay,
): string | null {
  const account = accountByAppId(context, params.appId);
  if (!account) return "调用支付JSAPI失败：appId 无效";
  const page = new URL(url);
  if (!isPayDirectory(account, page)) {
    return `当前页面的URL未注册：${page.origin}${page.pathname}`;
  }
  if (!hasValidSign(account, params)) return "支付验证签名失败";
  const order = findOrderByPrepay(context.db, params.package.slice("prepay_id=".length));
  if (!order || order.app_id !== account.appId) return OBSTACLE_TEXT.unknown_prepay;
  const user = currentUser(context, request);
  // Without a user the sheet itself asks for one, and payment checks again.
  const obstacle = payObstacle(context, order, user?.id ?? "");
  if (!obstacle || (obstacle === "other_user" && !user)) return null;
  return OBSTACLE_TEXT[obstacle];
}

/**
 * POST /sandbox/js/pay: what the client checks before it shows the payment sheet: page inside a pay
 * directory, paySign by the merchant's key, prepay_id known, unpaid and alive, same user.
 */
export function checkJsPay(context: SandboxContext, request: SandboxRequest): SandboxReply {
  return withControlBody(jsPaySchema, request, (call) => {
    const reason = obstacleOf(context, request, call);
    if (reason) return jsonReply({ ok: false, reason });
    const prepayId = call.params.package.slice("prepay_id=".length);
    const sheet = `/sandbox/pay-sheet?${new URLSearchParams({ prepay_id: prepayId })}`;
    return jsonReply({ ok: true, sheet });
  });
}
