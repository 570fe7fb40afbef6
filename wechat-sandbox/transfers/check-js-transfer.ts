import type { SandboxAccount } from "../account";
import { withControlBody } from "../control/answer-control";
import { jsonReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import { currentUser } from "../phone/current-user";
import { accountByAppId, type SandboxContext } from "../sandbox-context";
import { type JsTransfer, jsTransferSchema } from "../schemas/phone";
import { findTransferByPackage } from "../store/transfers";
import { confirmObstacle } from "./confirm-transfer";

/** WeChat's words on the phone for what stands in the way of taking the money. */
export const TRANSFER_OBSTACLE_TEXT = {
  unknown_package: "收款信息无效，请返回商家重新发起",
  other_user: "你的微信号与商家指定的微信号不一致",
  not_ready: "商家正在处理这笔转账，请稍后再来确认",
  confirmed: "这笔转账已确认收款",
  closed: "这笔转账已关闭，款项已退回商家",
  cancelled: "商家已撤销这笔转账",
} as const;

function isJsDomain(account: SandboxAccount, page: URL): boolean {
  return account.jsDomains.some(
    (domain) => page.hostname === domain || page.hostname.endsWith(`.${domain}`),
  );
}

function obstacleOf(
  context: SandboxContext,
  request: SandboxRequest,
  { params, url }: JsTransfer,
): string | null {
  const account = accountByAppId(context, params.appId);
  if (!account) return "调用收款JSAPI失败：appId 无效";
  if (account.mchId !== params.mchId) return "调用收款JSAPI失败：mchId 与 appId 不匹配";
  if (!isJsDomain(account, new URL(url))) return "当前页面不在JS接口安全域名下";
  const transfer = findTransferByPackage(context.db, params.package);
  if (!transfer || transfer.mch_id !== account.mchId) return TRANSFER_OBSTACLE_TEXT.unknown_package;
  const user = currentUser(context, request);
  // Without a user the sheet itself asks for one, and the confirmation checks again.
  const obstacle = confirmObstacle(context, transfer, user?.id ?? "");
  if (!obstacle || (obstacle === "other_user" && !user)) return null;
  return TRANSFER_OBSTACLE_TEXT[obstacle];
}

/**
 * POST /sandbox/js/transfer: what the client checks before it shows the page of a transfer: appId and
 * mchId belong together, page under a JS domain, package waiting for this very user.
 */
export function checkJsTransfer(context: SandboxContext, request: SandboxRequest): SandboxReply {
  return withControlBody(jsTransferSchema, request, (call) => {
    const reason = obstacleOf(context, request, call);
    if (reason) return jsonReply({ ok: false, reason });
    const query = new URLSearchParams({ package: call.params.package });
    return jsonReply({ ok: true, sheet: `/sandbox/transfer-sheet?${query}` });
  });
}
