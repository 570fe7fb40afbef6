import { escapeHtml } from "./escape-html";
import { renderScreen } from "./phone-frame";

/** The in-app browser around a page; the script puts the address into the frame. */
export function renderBrowser(address: string): string {
  return renderScreen({
    title: "",
    screenClass: "browser",
    scripts: ["browse"],
    left: `<span class="bar-group"><a class="bar-button" href="/phone" aria-label="关闭网页"><svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" stroke-width="1.8"><path d="m6 6 12 12M18 6 6 18"/></svg></a>
<button class="bar-button" type="button" data-action="back" aria-label="后退"><svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" stroke-width="1.8"><path d="M15 5l-7 7 7 7"/></svg></button></span>`,
    right: `<button class="bar-button" type="button" data-action="menu" aria-label="更多"><svg viewBox="0 0 24 24" width="24" height="24" fill="currentColor"><circle cx="5" cy="12" r="1.8"/><circle cx="12" cy="12" r="1.8"/><circle cx="19" cy="12" r="1.8"/></svg></button>`,
    content: `<iframe class="web-page" title="网页" data-src="${escapeHtml(address)}" allow="clipboard-write"></iframe>`,
  });
}
