import type { SandboxAccount } from "../account";
import { escapeHtml } from "../phone/escape-html";
import { renderPage } from "../phone/page-shell";
import type { SandboxUser } from "../store/users";

/** The page on which the user allows or refuses nickname and portrait (snsapi_userinfo). */
export function renderConsent(account: SandboxAccount, user: SandboxUser, target: string): string {
  const initial = escapeHtml([...account.name][0] ?? "店");
  return renderPage({
    title: "微信授权",
    bodyClass: "consent",
    body: `<main>
<header class="consent-head"><span class="merchant-badge">${initial}</span>
<span>${escapeHtml(account.name)}</span><span class="muted">申请</span></header>
<h1>获取你的昵称、头像</h1>
<form method="post" action="/sandbox/consent">
<input type="hidden" name="target" value="${escapeHtml(target)}">
<input type="hidden" name="user" value="${escapeHtml(user.id)}">
<div class="consent-user"><img src="/sandbox/avatars/${escapeHtml(user.id)}" alt="" width="44" height="44">
<span><b>${escapeHtml(user.nickname)}</b><small>微信个人信息</small></span><span class="tick" aria-hidden="true"></span></div>
<div class="consent-actions">
<button class="plain-button" name="decision" value="refuse">拒绝</button>
<button class="green-button" name="decision" value="allow">允许</button>
</div></form></main>`,
  });
}
