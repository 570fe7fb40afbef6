import { escapeHtml } from "./escape-html";
import { renderPage } from "./page-shell";

interface PhoneScreen {
  title: string;
  /** Trusted HTML between title bar and tab bar. */
  content: string;
  /** Trusted HTML left and right of the title. */
  left?: string;
  right?: string;
  tab?: "chats" | "me";
  scripts?: string[];
  screenClass?: string;
}

const TAB_ICONS = {
  chats:
    '<path d="M3.5 11C3.5 7 7.2 4 12 4s8.5 3 8.5 7-3.7 7-8.5 7c-1 0-2-.1-2.9-.4L5.600 19.5l.7-3.1A6.6 6.6 0 0 1 3.5 11z"/>',
  me: '<circle cx="12" cy="8" r="4"/><path d="M4 20c.6-4.200 3.800-6.5 8-6.5s7.400 2.300 8 6.5z"/>',
} as const;

function tab(name: "chats" | "me", label: string, address: string, current: string): string {
  const active = name === current;
  return `<a href="${address}"${active ? ' aria-current="page"' : ""}><svg viewBox="0 0 24 24" width="26" height="26" fill="${active ? "currentColor" : "none"}" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round">${TAB_ICONS[name]}</svg>${label}</a>`;
}

/** A link that goes one screen back. */
export function backLink(address: string): string {
  return `<a class="bar-button" href="${address}" aria-label="返回"><svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2"><path d="M15 5l-7 7 7 7"/></svg></a>`;
}

/** One screen of the phone; wide windows draw the phone around it. */
export function renderScreen(screen: PhoneScreen): string {
  const tabs = screen.tab
    ? `<nav class="tab-bar">${tab("chats", "微信", "/phone", screen.tab)}${tab("me", "我", "/phone/me", screen.tab)}</nav>`
    : "";
  return renderPage({
    title: `${screen.title} · 微信沙箱`,
    bodyClass: "phone",
    scripts: screen.scripts ?? [],
    body: `<div class="device"><div class="screen ${screen.screenClass ?? ""}">
<div class="status-bar" aria-hidden="true"><span>9:41</span><span class="signal"><svg viewBox="0 0 44 14" width="44" height="14" fill="currentColor"><rect x="0" y="8" width="3" height="5" rx="1"/><rect x="5" y="5" width="3" height="8" rx="1"/><rect x="10" y="2" width="3" height="11" rx="1"/><rect x="20" y="2.5" width="20" height="10" rx="3" fill="none" stroke="currentColor"/><rect x="22" y="4.5" width="14" height="6" rx="1.5"/><rect x="41.5" y="5.5" width="1.5" height="4" rx=".7"/></svg></span></div>
<header class="title-bar">${screen.left ?? "<span></span>"}<h1>${escapeHtml(screen.title)}</h1>${screen.right ?? "<span></span>"}</header>
<main class="content">${screen.content}</main>${tabs}</div></div>`,
  });
}
