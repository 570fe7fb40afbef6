import { controlRefusal, withControlBody } from "../control/answer-control";
import { htmlReply, jsonReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import type { SandboxContext } from "../sandbox-context";
import { type ShareCard, sendCardSchema, shareCardSchema } from "../schemas/phone";
import { insertMessage } from "../store/messages";
import { findUser, listUsers } from "../store/users";
import { renderChooseUser } from "./choose-user-page";
import { currentUser } from "./current-user";
import { escapeHtml } from "./escape-html";
import { renderPage } from "./page-shell";
import { renderCard } from "./share-card";

const ICONS = {
  friends:
    '<path d="M4 11c0-4 3.6-7 8-7s8 3 8 7-3.6 7-8 7c-.9 0-1.8-.1-2.6-.3L6 20l.6-3.3C5 15.4 4 13.3 4 11z"/>',
  copy: '<path d="M9.5 14.5 14.5 9.5M8 11l-2 2a3.5 3.5 0 0 0 5 5l2-2M16 13l2-2a3.5 3.5 0 0 0-5-5l-2 2"/>',
  reload: '<path d="M19 12a7 7 0 1 1-2.2-5.1M19 4v4h-4"/>',
} as const;

function action(name: keyof typeof ICONS, label: string): string {
  return `<button type="button" data-action="${name}"><span class="share-icon">
<svg viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${ICONS[name]}</svg></span>${label}</button>`;
}

function renderFriends(context: SandboxContext, ownId: string): string {
  const friends = listUsers(context.db).filter((user) => user.id !== ownId);
  if (friends.length === 0)
    return `<p class="muted empty">还没有其他微信用户，先在“我”里创建一位。</p>`;
  const rows = friends.map(
    (
      friend,
    ) => `<li><button type="button" class="user-row" data-action="send" data-user="${escapeHtml(friend.id)}">
<img src="/sandbox/avatars/${escapeHtml(friend.id)}" alt="" width="40" height="40"><span>${escapeHtml(friend.nickname)}</span></button></li>`,
  );
  return `<ul class="user-list">${rows.join("")}</ul>`;
}

function renderShareSheet(context: SandboxContext, card: ShareCard, ownId: string): string {
  return renderPage({
    title: "分享",
    bodyClass: "sheet",
    scripts: ["share-sheet"],
    body: `<button class="shade" type="button" data-action="cancel" aria-label="关闭"></button>
<section class="share-sheet" data-card="${escapeHtml(JSON.stringify(card))}">
<h1>朋友会看到</h1>${renderCard(card)}
<div class="share-actions">${action("friends", "发送给朋友")}${action("copy", "复制链接")}${action("reload", "刷新")}</div>
<div class="share-friends"><h2>选择朋友</h2>${renderFriends(context, ownId)}</div>
<button type="button" class="cancel-button" data-action="cancel">取消</button></section>
<div class="sent-mark" role="status">已发送</div>`,
  });
}

/** GET /sandbox/share-sheet?title=&desc=&link=&imgUrl=: the card and whom to send it to. */
export function showShareSheet(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const user = currentUser(context, request);
  if (!user) return htmlReply(renderChooseUser(context, request.target));
  const card = shareCardSchema.safeParse(Object.fromEntries(request.url.searchParams));
  if (!card.success) return controlRefusal(400, "invalid_card");
  return htmlReply(renderShareSheet(context, card.data, user.id));
}

/** POST /sandbox/messages: the card arrives in the other user's chat list. */
export function sendCard(context: SandboxContext, request: SandboxRequest): SandboxReply {
  return withControlBody(sendCardSchema, request, ({ to, card }) => {
    const user = currentUser(context, request);
    if (!user) return controlRefusal(409, "no_user");
    if (!findUser(context.db, to)) return controlRefusal(404, "unknown_user");
    insertMessage(context.db, { from: user.id, to, card, sentAtMs: context.now() });
    return jsonReply({ ok: true }, 201);
  });
}
