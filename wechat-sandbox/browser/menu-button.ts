import { showSheet } from "./client-calls";
import { framedByPhone } from "./phone-link";
import { currentShareCard } from "./share-card";

/** The "⋯" that WeChat has in its title bar, for a page that runs in a plain browser tab. */
export async function drawMenuButton(): Promise<void> {
  if (await framedByPhone) return;
  const button = document.createElement("button");
  button.type = "button";
  button.id = "wxsandbox-menu";
  button.setAttribute("aria-label", "微信菜单");
  button.textContent = "···";
  button.style.cssText =
    "position:fixed;top:10px;right:10px;width:40px;height:32px;border:1px solid rgba(0,0,0,.12);border-radius:16px;background:rgba(255,255,255,.92);color:#222;font:700 15px/1 system-ui;z-index:2147483646;cursor:pointer";
  button.addEventListener("click", () => {
    const card = new URLSearchParams({ ...currentShareCard() });
    void showSheet(`/sandbox/share-sheet?${card}`);
  });
  document.body.append(button);
}
