/**
 * Lays a page of the sandbox over this one, or over one element of it, and waits until it says how
 * it ended. The page posts `{ source: "wxsandbox-sheet", result }` to its parent.
 */
export function openSheet(address: string, host: HTMLElement = document.body): Promise<string> {
  const frame = document.createElement("iframe");
  frame.src = address;
  frame.title = "微信";
  const position = host === document.body ? "fixed" : "absolute";
  frame.style.cssText = `position:${position};inset:0;width:100%;height:100%;border:0;z-index:2147483647;background:transparent;color-scheme:light`;
  host.append(frame);
  return new Promise((resolve) => {
    const listen = (event: MessageEvent) => {
      if (event.source !== frame.contentWindow || event.data?.source !== "wxsandbox-sheet") return;
      removeEventListener("message", listen);
      frame.remove();
      resolve(String(event.data.result));
    };
    addEventListener("message", listen);
  });
}

/** WeChat's dark message box in the middle of the screen, gone after two seconds. */
export function showToast(text: string): void {
  const box = document.createElement("div");
  box.textContent = text;
  box.setAttribute("role", "alert");
  box.style.cssText =
    "position:fixed;left:50%;top:42%;transform:translate(-50%,-50%);max-width:70%;padding:14px 18px;border-radius:8px;background:rgba(30,30,30,.92);color:#fff;font:15px/1.5 system-ui,sans-serif;z-index:2147483647;text-align:center;word-break:break-all";
  document.body.append(box);
  setTimeout(() => box.remove(), 2000);
}
