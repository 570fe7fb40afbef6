import type { ShareCard } from "../schemas/phone";
import { escapeHtml } from "./escape-html";

/** WeChat draws this when a card has no picture: a plain link mark. */
const LINK_PICTURE = `<span class="card-picture card-picture-none"><svg viewBox="0 0 24 24" width="26" height="26" fill="none" stroke="#b8b8b8" stroke-width="1.6" stroke-linecap="round"><path d="M9.5 14.5 14.5 9.5M8 11l-2 2a3.5 3.5 0 0 0 5 5l2-2M16 13l2-2a3.5 3.5 0 0 0-5-5l-2 2"/></svg></span>`;

function picture(card: ShareCard): string {
  if (!URL.canParse(card.imgUrl) || !/^https?:/.test(card.imgUrl)) return LINK_PICTURE;
  return `<img class="card-picture" src="${escapeHtml(card.imgUrl)}" alt="" width="50" height="50">`;
}

/** A share card as it stands in a chat: title in two lines, text and picture below. */
export function renderCard(card: ShareCard): string {
  return `<div class="card"><b>${escapeHtml(card.title)}</b>
<span class="card-text">${escapeHtml(card.desc)}</span>${picture(card)}</div>`;
}
