import { toBeijingDateTime } from "../beijing-time";
import { openidFor } from "../openid";
import { accountByAppId, type SandboxContext } from "../sandbox-context";
import { listTransfersTo, type SandboxTransfer } from "../store/transfers";
import type { SandboxUser } from "../store/users";
import { yuan } from "../yuan";
import { escapeHtml } from "./escape-html";
import { backLink, renderScreen } from "./phone-frame";

const SHOWN = 100;

/** How the payee sees a state; states that he sees nothing of are left out. */
const STATE_TEXT: Partial<Record<SandboxTransfer["state"], string>> = {
  WAIT_USER_CONFIRM: "待确认",
  TRANSFERING: "到账中",
  SUCCESS: "已存入零钱",
  FAIL: "已退回商家",
  CANCELLED: "商家已撤销",
};

function renderEntry(context: SandboxContext, transfer: SandboxTransfer): string {
  const merchant = accountByAppId(context, transfer.app_id)?.name ?? "";
  const arrived = transfer.state === "SUCCESS";
  const state = STATE_TEXT[transfer.state] ?? "";
  return `<li class="wallet-entry"><span><b>${escapeHtml(merchant)}</b>
<small>${escapeHtml(transfer.remark)} · ${state}</small><small>${toBeijingDateTime(transfer.updated_at)}</small></span>
<em class="${arrived ? "arrived" : ""}">${arrived ? "+" : ""}${yuan(transfer.amount)}</em></li>`;
}

/** 零钱: what merchants have transferred to this user. What the user pays comes from nowhere. */
export function renderWallet(context: SandboxContext, user: SandboxUser): string {
  const identities = context.accounts.map(({ appId }) => ({
    appId,
    openid: openidFor(appId, user.id),
  }));
  const transfers = listTransfersTo(context.db, identities, SHOWN).filter(
    ({ state }) => STATE_TEXT[state] !== undefined,
  );
  const totalFen = transfers
    .filter(({ state }) => state === "SUCCESS")
    .reduce((sum, { amount }) => sum + amount, 0);
  const list =
    transfers.length > 0
      ? `<ul class="wallet-list">${transfers.map((transfer) => renderEntry(context, transfer)).join("")}</ul>`
      : `<p class="muted empty">还没有商家向你转账。</p>`;
  return renderScreen({
    title: "零钱",
    left: backLink("/phone/me"),
    screenClass: "grey",
    content: `<section class="wallet-head"><small>商家转入</small><b><i>¥</i>${yuan(totalFen)}</b></section>
<h2>零钱明细</h2>${list}`,
  });
}
