import type { SandboxContext } from "../sandbox-context";
import { listUsers, realNameOf, type SandboxUser } from "../store/users";
import { escapeHtml } from "./escape-html";
import { renderScreen } from "./phone-frame";

function renderOther(user: SandboxUser): string {
  const tag = user.snapshot ? '<small class="tag">快照页</small>' : "";
  return `<li><button class="user-row" name="user" value="${escapeHtml(user.id)}">
<img src="/sandbox/avatars/${escapeHtml(user.id)}" alt="" width="40" height="40">
<span>${escapeHtml(user.nickname)}</span>${tag}</button></li>`;
}

function renderIdentity(context: SandboxContext, user: SandboxUser): string {
  const realName = realNameOf(context.db, user.id);
  return realName === "" ? "未实名" : `实名：${escapeHtml(realName)}`;
}

/** The user of this phone, and the switch to another user's phone. */
export function renderMe(context: SandboxContext, user: SandboxUser): string {
  const others = listUsers(context.db).filter(({ id }) => id !== user.id);
  const hidden = '<input type="hidden" name="target" value="/phone">';
  const list =
    others.length > 0
      ? `<h2>换一部手机</h2><form method="post" action="/sandbox/choose-user">${hidden}<ul class="user-list">${others.map(renderOther).join("")}</ul></form>`
      : "";
  return renderScreen({
    title: "我",
    tab: "me",
    screenClass: "grey",
    content: `<section class="me-card"><img src="/sandbox/avatars/${escapeHtml(user.id)}" alt="" width="64" height="64">
<div><b>${escapeHtml(user.nickname)}</b><small>微信号：${escapeHtml(user.id)}</small><small>${renderIdentity(context, user)}</small></div></section>
<a class="wallet-link" href="/phone/wallet">零钱<svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="2"><path d="m9 5 7 7-7 7"/></svg></a>${list}
<form class="new-user" method="post" action="/sandbox/choose-user">${hidden}
<h2>新用户</h2><div><input name="nickname" aria-label="昵称" maxlength="16" required placeholder="昵称" autocomplete="off">
<button class="green-button">创建</button></div>
<label class="check"><input type="checkbox" name="snapshot"> 快照页用户（授权时只给虚拟身份）</label></form>
<p class="me-links"><a href="/sandbox/faults">让微信出错</a></p>`,
  });
}
