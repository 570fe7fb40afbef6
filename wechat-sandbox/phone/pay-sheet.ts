import { withControlBody } from "../control/answer-control";
import { htmlReply, jsonReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import { OBSTACLE_TEXT } from "../pay/check-js-pay";
import { payObstacle, payOrder } from "../pay/pay-order";
import { accountByAppId, type SandboxContext } from "../sandbox-context";
import { paySheetSchema } from "../schemas/phone";
import { findOrderByPrepay } from "../store/orders";
import type { SandboxUser } from "../store/users";
import { yuan } from "../yuan";
import { renderChooseUser } from "./choose-user-page";
import { currentUser } from "./current-user";
import { escapeHtml } from "./escape-html";
import { renderPage } from "./page-shell";

function keypad(): string {
  const keys = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
    (digit) => `<button type="button" data-action="digit">${digit}</button>`,
  );
  return `<div class="keypad">${keys.join("")}<span></span>
<button type="button" data-action="digit">0</button>
<button type="button" data-action="erase" aria-label="删除">
<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.6"><path d="M9 6h11v12H9l-5-6z"/><path d="m12 10 4 4m0-4-4 4"/></svg></button></div>`;
}

interface SheetContent {
  merchant: string;
  description: string;
  totalFen: number;
  prepayId: string;
  user: SandboxUser;
}

function renderSheet({ merchant, description, totalFen, prepayId, user }: SheetContent): string {
  return renderPage({
    title: "微信支付",
    bodyClass: "sheet",
    scripts: ["pay-sheet"],
    body: `<div class="shade"></div>
<form class="pay-sheet" data-prepay="${escapeHtml(prepayId)}">
<header><button type="button" data-action="cancel" aria-label="取消支付">
<svg viewBox="0 0 24 24" width="22" height="22" stroke="currentColor" stroke-width="1.8"><path d="m6 6 12 12M18 6 6 18"/></svg></button>
<h1>请输入支付密码</h1><span></span></header>
<p class="pay-merchant">${escapeHtml(merchant)}</p>
<p class="pay-goods">${escapeHtml(description)}</p>
<p class="pay-total"><small>¥</small>${yuan(totalFen)}</p>
<dl><div><dt>付款方</dt><dd><img src="/sandbox/avatars/${escapeHtml(user.id)}" alt="" width="20" height="20">${escapeHtml(user.nickname)}</dd></div>
<div><dt>付款方式</dt><dd>零钱</dd></div></dl>
<div class="pin" aria-hidden="true">${"<i></i>".repeat(6)}</div>
<p class="sheet-fault" role="alert"></p>
<button type="button" class="green-button" data-action="pay">确认支付</button>
<p class="muted pay-hint">沙箱里任意六位数字都可以，也可以直接确认。</p>
${keypad()}</form>
<div class="paid-mark" role="status"><svg viewBox="0 0 64 64" width="64" height="64" fill="none" stroke="#07c160" stroke-width="4"><circle cx="32" cy="32" r="29"/><path d="m19 33 9 9 18-19"/></svg><p>支付成功</p></div>`,
  });
}

function renderObstacle(text: string): string {
  return renderPage({
    title: "微信支付",
    bodyClass: "sheet",
    scripts: ["pay-sheet"],
    body: `<div class="shade"></div><div class="message-box" role="alertdialog"><p>${escapeHtml(text)}</p>
<button type="button" data-action="fail" data-reason="${escapeHtml(text)}">我知道了</button></div>`,
  });
}

/** GET /sandbox/pay-sheet?prepay_id=: the sheet over the mall's page. */
export function showPaySheet(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const user = currentUser(context, request);
  if (!user) return htmlReply(renderChooseUser(context, request.target));
  const order = findOrderByPrepay(context.db, request.url.searchParams.get("prepay_id") ?? "");
  if (!order) return htmlReply(renderObstacle(OBSTACLE_TEXT.unknown_prepay));
  const obstacle = payObstacle(context, order, user.id);
  if (obstacle) return htmlReply(renderObstacle(OBSTACLE_TEXT[obstacle]));
  return htmlReply(
    renderSheet({
      merchant: accountByAppId(context, order.app_id)?.name ?? "",
      description: order.description,
      totalFen: order.total,
      prepayId: order.prepay_id,
      user,
    }),
  );
}

/** POST /sandbox/pay-sheet: pays as the user whose phone this is. */
export function payFromSheet(context: SandboxContext, request: SandboxRequest): SandboxReply {
  return withControlBody(paySheetSchema, request, ({ prepay_id }) => {
    const user = currentUser(context, request);
    const outcome = payOrder(context, prepay_id, user?.id ?? "");
    return jsonReply(outcome.ok ? outcome : { ...outcome, message: OBSTACLE_TEXT[outcome.reason] });
  });
}
