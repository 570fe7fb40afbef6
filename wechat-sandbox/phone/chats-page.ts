import type { SandboxContext } from "../sandbox-context";
import { countUnread, listLastMessages } from "../store/messages";
import { listUsers, type SandboxUser } from "../store/users";
import { escapeHtml } from "./escape-html";
import { renderScreen } from "./phone-frame";

function renderChat(
  context: SandboxContext,
  user: SandboxUser,
  friend: SandboxUser,
  lastTitle: string | null,
): string {
  const unread = countUnread(context.db, user.id, friend.id);
  const badge = unread > 0 ? `<em aria-label="${unread} 条未读">${unread}</em>` : "";
  const last = lastTitle === null ? "" : `<small>[链接] ${escapeHtml(lastTitle)}</small>`;
  return `<li><a href="/phone/chat?with=${encodeURIComponent(friend.id)}">
<span class="portrait"><img src="/sandbox/avatars/${escapeHtml(friend.id)}" alt="" width="48" height="48">${badge}</span>
<span class="chat-text"><b>${escapeHtml(friend.nickname)}</b>${last}</span></a></li>`;
}

/** Shortcuts to the shops that this WeChat knows, at their first pay directory. */
function renderShops(context: SandboxContext): string {
  const links = context.accounts.map((account) => {
    const address = new URLSearchParams({ url: `http://${account.payDirectories[0]}` });
    return `<a href="/phone/browse?${escapeHtml(address.toString())}">${escapeHtml(account.name)}</a>`;
  });
  return `<nav class="shops" aria-label="商家">${links.join("")}</nav>`;
}

/** The chat list with the field that opens an address, as scanning its QR code would. */
export function renderChats(context: SandboxContext, user: SandboxUser): string {
  const last = new Map(
    listLastMessages(context.db, user.id).map((message) => [
      message.from_user === user.id ? message.to_user : message.from_user,
      message.card.title,
    ]),
  );
  const friends = listUsers(context.db).filter((friend) => friend.id !== user.id);
  const order = [...last.keys()];
  const rank = (friend: SandboxUser) =>
    last.has(friend.id) ? order.indexOf(friend.id) : order.length;
  const rows = friends
    .sort((a, b) => rank(a) - rank(b))
    .map((friend) => renderChat(context, user, friend, last.get(friend.id) ?? null));
  const list =
    rows.length > 0
      ? `<ul class="chat-list">${rows.join("")}</ul>`
      : `<p class="muted empty">还没有聊天。在“我”里再创建一位用户，就可以互相分享。</p>`;
  return renderScreen({
    title: "微信",
    tab: "chats",
    left: `<a class="bar-button" href="/phone/me" aria-label="${escapeHtml(user.nickname)}，切换用户"><img class="bar-avatar" src="/sandbox/avatars/${escapeHtml(user.id)}" alt="" width="28" height="28"></a>`,
    content: `<form class="open-address" action="/phone/browse">
<label for="address">扫一扫</label>
<div><input id="address" name="url" inputmode="url" required placeholder="粘贴二维码里的网址" autocomplete="off" autocapitalize="off" spellcheck="false">
<button class="green-button">打开</button></div>${renderShops(context)}</form>${list}`,
  });
}
