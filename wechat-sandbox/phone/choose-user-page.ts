import type { SandboxContext } from "../sandbox-context";
import { listUsers } from "../store/users";
import { escapeHtml } from "./escape-html";
import { renderPage } from "./page-shell";
import { renderScreen } from "./phone-frame";

function renderChoice(context: SandboxContext, target: string): string {
  const hidden = `<input type="hidden" name="target" value="${escapeHtml(target)}">`;
  const users = listUsers(context.db)
    .map(
      (user) => `<li><button class="user-row" name="user" value="${escapeHtml(user.id)}">
<img src="/sandbox/avatars/${escapeHtml(user.id)}" alt="" width="44" height="44">
<span>${escapeHtml(user.nickname)}</span>${user.snapshot ? '<small class="tag">快照页</small>' : ""}</button></li>`,
    )
    .join("");
  const list = users
    ? `<form method="post" action="/sandbox/choose-user">${hidden}<ul class="user-list">${users}</ul></form>`
    : `<p class="muted empty">还没有微信用户，先创建一位。</p>`;
  return `<div class="choice"><h1>选择微信用户</h1>
<p class="muted">这是微信沙箱。选一位用户，就像拿起这位用户的手机。</p>${list}
<form class="new-user" method="post" action="/sandbox/choose-user">${hidden}
<label for="nickname">新用户</label>
<div><input id="nickname" name="nickname" maxlength="16" required placeholder="昵称" autocomplete="off">
<button class="green-button">创建</button></div></form></div>`;
}

/**
 * Which WeChat user holds the phone? Shown inside a page where no user is chosen; `target` is the
 * local path the browser returns to.
 */
export function renderChooseUser(context: SandboxContext, target: string): string {
  const body = `<main>${renderChoice(context, target)}</main>`;
  return renderPage({ title: "选择微信用户", bodyClass: "choose-user", body });
}

/** The same question as a screen of the phone itself. */
export function renderLockScreen(context: SandboxContext, target: string): string {
  return renderScreen({
    title: "微信",
    screenClass: "choose-user",
    content: renderChoice(context, target),
  });
}
