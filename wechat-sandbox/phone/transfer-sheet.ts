import { z } from "zod";
import { toBeijingDateTime } from "../beijing-time";
import { withControlBody } from "../control/answer-control";
import { htmlReply, jsonReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import { accountByAppId, type SandboxContext } from "../sandbox-context";
import { transferSheetSchema } from "../schemas/phone";
import { findTransferByPackage, type SandboxTransfer } from "../store/transfers";
import type { SandboxUser } from "../store/users";
import { TRANSFER_OBSTACLE_TEXT } from "../transfers/check-js-transfer";
import { confirmObstacle, confirmTransfer } from "../transfers/confirm-transfer";
import { yuan } from "../yuan";
import { renderChooseUser } from "./choose-user-page";
import { currentUser } from "./current-user";
import { escapeHtml } from "./escape-html";
import { renderPage } from "./page-shell";

const perceptionSchema = z.object({ user_recv_perception: z.string().default("劳务报酬") });

/** What the payee is told the money is for. */
function perceptionOf(transfer: SandboxTransfer): string {
  return perceptionSchema.parse(JSON.parse(transfer.request)).user_recv_perception;
}

function fact(name: string, value: string): string {
  return `<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function renderSheet(merchant: string, transfer: SandboxTransfer, user: SandboxUser): string {
  const avatar = `<img src="/sandbox/avatars/${escapeHtml(user.id)}" alt="" width="20" height="20">`;
  const facts = [
    fact("收款方", `${avatar}${escapeHtml(user.nickname)}`),
    fact("存入", "零钱"),
    fact("款项性质", escapeHtml(perceptionOf(transfer))),
    fact("转账备注", escapeHtml(transfer.remark)),
    fact("转账时间", toBeijingDateTime(transfer.created_at)),
  ];
  return renderPage({
    title: "收款确认",
    bodyClass: "sheet",
    scripts: ["transfer-sheet"],
    body: `<div class="shade"></div>
<form class="pay-sheet transfer-sheet" data-package="${escapeHtml(transfer.package_info)}">
<header><button type="button" data-action="leave" aria-label="暂不收款">
<svg viewBox="0 0 24 24" width="22" height="22" stroke="currentColor" stroke-width="1.8"><path d="m6 6 12 12M18 6 6 18"/></svg></button>
<h1>收款确认</h1><span></span></header>
<p class="pay-merchant">${escapeHtml(merchant)} 向你转账</p>
<p class="pay-total"><small>¥</small>${yuan(transfer.amount)}</p>
<dl>${facts.join("")}</dl>
<p class="sheet-fault" role="alert"></p>
<button type="button" class="green-button" data-action="confirm">确认收款</button>
<p class="muted pay-hint">请在 ${toBeijingDateTime(transfer.created_at + 86_400_000)} 前确认，逾期款项将退回商家。</p>
</form>
<div class="paid-mark" role="status"><svg viewBox="0 0 64 64" width="64" height="64" fill="none" stroke="#07c160" stroke-width="4"><circle cx="32" cy="32" r="29"/><path d="m19 33 9 9 18-19"/></svg><p>已确认收款</p></div>`,
  });
}

function renderObstacle(text: string): string {
  return renderPage({
    title: "收款确认",
    bodyClass: "sheet",
    scripts: ["transfer-sheet"],
    body: `<div class="shade"></div><div class="message-box" role="alertdialog"><p>${escapeHtml(text)}</p>
<button type="button" data-action="leave">我知道了</button></div>`,
  });
}

/** GET /sandbox/transfer-sheet?package=: the confirmation over the mall's page. */
export function showTransferSheet(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const user = currentUser(context, request);
  if (!user) return htmlReply(renderChooseUser(context, request.target));
  const packageInfo = request.url.searchParams.get("package") ?? "";
  const transfer = findTransferByPackage(context.db, packageInfo);
  if (!transfer) return htmlReply(renderObstacle(TRANSFER_OBSTACLE_TEXT.unknown_package));
  const obstacle = confirmObstacle(context, transfer, user.id);
  if (obstacle) return htmlReply(renderObstacle(TRANSFER_OBSTACLE_TEXT[obstacle]));
  const merchant = accountByAppId(context, transfer.app_id)?.name ?? "";
  return htmlReply(renderSheet(merchant, transfer, user));
}

/** POST /sandbox/transfer-sheet: takes the money as the user whose phone this is. */
export function confirmFromSheet(context: SandboxContext, request: SandboxRequest): SandboxReply {
  return withControlBody(transferSheetSchema, request, (body) => {
    const user = currentUser(context, request);
    const outcome = confirmTransfer(context, body.package, user?.id ?? "");
    return jsonReply(
      outcome.ok ? outcome : { ...outcome, message: TRANSFER_OBSTACLE_TEXT[outcome.reason] },
    );
  });
}
