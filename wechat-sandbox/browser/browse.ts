import { openSheet } from "./sheet-overlay";

/** WeChat's in-app browser: title bar around a page of the mall in a frame. */
const pageFrame = document.querySelector<HTMLIFrameElement>("iframe.web-page");
const pageTitle = document.querySelector<HTMLElement>(".title-bar h1");
let knownUrl = pageFrame?.dataset.src ?? "";
let greetedAt = Number.NEGATIVE_INFINITY;

interface PageCard {
  title: string;
  desc: string;
  link: string;
  imgUrl: string;
}

/** What a page without JS-SDK is shared as. */
function bareCard(): PageCard {
  return { title: pageTitle?.textContent ?? knownUrl, desc: knownUrl, link: knownUrl, imgUrl: "" };
}

function askForCard(): Promise<PageCard> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(bareCard()), 500);
    const listen = (event: MessageEvent) => {
      if (event.data?.source !== "wxsandbox" || event.data.type !== "card") return;
      clearTimeout(timer);
      removeEventListener("message", listen);
      resolve(event.data.card);
    };
    addEventListener("message", listen);
    pageFrame?.contentWindow?.postMessage({ source: "wxsandbox-phone", type: "card-please" }, "*");
  });
}

function showOverScreen(address: string): Promise<string> {
  return openSheet(address, document.querySelector<HTMLElement>(".screen") ?? document.body);
}

async function share(): Promise<void> {
  const card = await askForCard();
  const result = await showOverScreen(`/sandbox/share-sheet?${new URLSearchParams({ ...card })}`);
  if (result === "reload" && pageFrame) pageFrame.src = knownUrl;
}

const SHEETS = ["/sandbox/pay-sheet?", "/sandbox/transfer-sheet?"];

/** The page asks its WeChat client for something; only what a client would do is done. */
async function serve(request: { type: string; path?: string; address?: string; body?: unknown }) {
  const { address = "" } = request;
  if (request.type === "sheet" && SHEETS.some((sheet) => address.startsWith(sheet))) {
    return showOverScreen(address);
  }
  if (request.type !== "ask" || !request.path?.startsWith("/sandbox/js/")) return null;
  const response = await fetch(request.path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(request.body),
  });
  return response.json();
}

async function answerPage(event: MessageEvent): Promise<void> {
  const answer = await serve(event.data).catch(() => null);
  const message = { source: "wxsandbox-phone", type: "answer", id: event.data.id, answer };
  pageFrame?.contentWindow?.postMessage(message, event.origin);
}

function meetPage(event: MessageEvent): void {
  greetedAt = performance.now();
  knownUrl = String(event.data.url);
  if (pageTitle) pageTitle.textContent = String(event.data.title || "");
  const welcome = { source: "wxsandbox-phone", type: "welcome" };
  pageFrame?.contentWindow?.postMessage(welcome, event.origin);
}

addEventListener("message", (event) => {
  if (event.source !== pageFrame?.contentWindow || event.data?.source !== "wxsandbox") return;
  if (event.data.type === "page") meetPage(event);
  if (event.data.type === "close") location.assign("/phone");
  if (event.data.type === "ask" || event.data.type === "sheet") void answerPage(event);
});

/** The title of a page on this very origin, such as the consent page; null for the mall's. */
function readableTitle(): string | null {
  try {
    return pageFrame?.contentDocument?.title ?? null;
  } catch {
    return null;
  }
}

pageFrame?.addEventListener("load", () => {
  const title = readableTitle();
  // A page that has not greeted lately has no JS-SDK: its title is out of reach, its host is not.
  const silent = performance.now() - greetedAt > 3000;
  if (pageTitle && title) pageTitle.textContent = title;
  else if (pageTitle && silent) pageTitle.textContent = new URL(knownUrl).host;
});

document.querySelector("[data-action=back]")?.addEventListener("click", () => history.back());
document.querySelector("[data-action=menu]")?.addEventListener("click", () => void share());
// Set by script so that a reload of the phone starts the frame anew instead of restoring it.
if (pageFrame) pageFrame.src = pageFrame.dataset.src ?? "about:blank";
