import { SANDBOX_ORIGIN } from "./sandbox-address";
import { currentShareCard } from "./share-card";
import { openSheet } from "./sheet-overlay";

let framedByPhone = false;

/** Tells the phone around this page something; a page in a plain tab has nobody to tell. */
export function tellPhone(message: Record<string, unknown>): void {
  if (parent !== window) parent.postMessage({ source: "wxsandbox", ...message }, SANDBOX_ORIGIN);
}

export function isFramedByPhone(): boolean {
  return framedByPhone;
}

function shareAddress(): string {
  const card = currentShareCard();
  return `${SANDBOX_ORIGIN}/sandbox/share-sheet?${new URLSearchParams({ ...card })}`;
}

/** The "⋯" that WeChat has in its title bar, for a page that runs in a plain browser tab. */
function drawMenuButton(): void {
  const button = document.createElement("button");
  button.type = "button";
  button.id = "wxsandbox-menu";
  button.setAttribute("aria-label", "微信菜单");
  button.textContent = "···";
  button.style.cssText =
    "position:fixed;top:10px;right:10px;width:40px;height:32px;border:1px solid rgba(0,0,0,.12);border-radius:16px;background:rgba(255,255,255,.92);color:#222;font:700 15px/1 system-ui;z-index:2147483646;cursor:pointer";
  button.addEventListener("click", () => void openSheet(shareAddress()));
  document.body.append(button);
}

function onPhoneMessage(event: MessageEvent): void {
  if (event.origin !== SANDBOX_ORIGIN || event.data?.source !== "wxsandbox-phone") return;
  if (event.data.type === "welcome") framedByPhone = true;
  // The phone asks at the moment of sharing, so that it always gets the latest card.
  if (event.data.type === "card-please") tellPhone({ type: "card", card: currentShareCard() });
}

/** Makes this page known to the phone, or draws a menu button when there is no phone. */
export function joinPhone(): void {
  addEventListener("message", onPhoneMessage);
  const greet = () => tellPhone({ type: "page", title: document.title, url: location.href });
  greet();
  addEventListener("pageshow", greet);
  new MutationObserver(greet).observe(document.head, { childList: true, subtree: true });
  setTimeout(() => {
    if (!framedByPhone) drawMenuButton();
  }, 600);
}
