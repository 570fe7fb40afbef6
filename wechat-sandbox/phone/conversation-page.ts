import type { CardMessage } from "../store/messages";
import type { SandboxUser } from "../store/users";
import { escapeHtml } from "./escape-html";
import { backLink, renderScreen } from "./phone-frame";
import { renderCard } from "./share-card";

/** WeChat appends where a card was opened from; pages must sign the address as it then is. */
function openedFromChat(link: string): string {
  const url = new URL(link);
  url.searchParams.set("from", "singlemessage");
  return url.href;
}

function renderBubble(user: SandboxUser, message: CardMessage): string {
  const mine = message.from_user === user.id;
  const address = new URLSearchParams({ url: openedFromChat(message.card.link) });
  return `<li class="${mine ? "mine" : "theirs"}">
<img src="/sandbox/avatars/${escapeHtml(message.from_user)}" alt="" width="40" height="40">
<a href="/phone/browse?${escapeHtml(address.toString())}">${renderCard(message.card)}</a></li>`;
}

/** The cards that two users sent each other. */
export function renderConversation(
  user: SandboxUser,
  other: SandboxUser,
  messages: CardMessage[],
): string {
  const content =
    messages.length > 0
      ? `<ol class="bubbles">${messages.map((message) => renderBubble(user, message)).join("")}</ol>`
      : `<p class="muted empty">还没有消息。打开一个页面，点右上角“···”发送给${escapeHtml(other.nickname)}。</p>`;
  return renderScreen({
    title: other.nickname,
    left: backLink("/phone"),
    content,
    screenClass: "grey",
  });
}
