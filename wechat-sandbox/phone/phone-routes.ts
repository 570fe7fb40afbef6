import { readFileSync } from "node:fs";
import { assembleScript, BROWSER_SCRIPTS } from "../browser/assemble-script";
import { assetReply } from "../http/replies";
import type { Route } from "../http/route";
import { answerConsent } from "../oauth/authorize";
import { checkJsConfig } from "../official-account/check-js-config";
import { checkJsPay } from "../pay/check-js-pay";
import { checkJsTransfer } from "../transfers/check-js-transfer";
import { drawAvatar } from "./avatar";
import { payFromSheet, showPaySheet } from "./pay-sheet";
import { showBrowser, showChats, showConversation, showMe, showWallet } from "./phone-pages";
import { sendCard, showShareSheet } from "./share-sheet";
import { chooseUser } from "./switch-user";
import { confirmFromSheet, showTransferSheet } from "./transfer-sheet";

function route(method: "GET" | "POST", path: string, answer: Route["answer"]): Route {
  return { endpoint: "phone", method, path, answer };
}

function scriptRoute(path: string, name: keyof typeof BROWSER_SCRIPTS): Route {
  let script: string | null = null;
  return route("GET", path, () => {
    script ??= assembleScript(BROWSER_SCRIPTS[name]);
    return assetReply(script, "text/javascript; charset=utf-8");
  });
}

const STYLE_PARTS = [
  new URL("./base.css", import.meta.url),
  new URL("./device.css", import.meta.url),
  new URL("./chats.css", import.meta.url),
  new URL("./users.css", import.meta.url),
  new URL("./pages.css", import.meta.url),
  new URL("./sheets.css", import.meta.url),
  new URL("./pay-sheet.css", import.meta.url),
  new URL("./share-sheet.css", import.meta.url),
  new URL("./wallet.css", import.meta.url),
];

function readStyles(): string {
  return STYLE_PARTS.map((part) => readFileSync(part, "utf8")).join("\n");
}

/** The pages that play the phone and what they ask the sandbox. Never subject to faults. */
export const PHONE_ROUTES: Route[] = [
  route("GET", "/", showChats),
  route("GET", "/phone", showChats),
  route("GET", "/phone/chat", showConversation),
  route("GET", "/phone/me", showMe),
  route("GET", "/phone/wallet", showWallet),
  route("GET", "/phone/browse", showBrowser),
  route("GET", "/sandbox/avatars/{id}", (_context, request) =>
    assetReply(drawAvatar(request.params.id ?? ""), "image/svg+xml"),
  ),
  route("POST", "/sandbox/choose-user", chooseUser),
  route("POST", "/sandbox/consent", answerConsent),
  route("POST", "/sandbox/js/config", checkJsConfig),
  route("POST", "/sandbox/js/pay", checkJsPay),
  route("GET", "/sandbox/pay-sheet", showPaySheet),
  route("POST", "/sandbox/pay-sheet", payFromSheet),
  route("POST", "/sandbox/js/transfer", checkJsTransfer),
  route("GET", "/sandbox/transfer-sheet", showTransferSheet),
  route("POST", "/sandbox/transfer-sheet", confirmFromSheet),
  route("GET", "/sandbox/share-sheet", showShareSheet),
  route("POST", "/sandbox/messages", sendCard),
  scriptRoute("/open/js/jweixin-1.6.0.js", "jweixin"),
  scriptRoute("/sandbox/assets/browse.js", "browse"),
  scriptRoute("/sandbox/assets/pay-sheet.js", "pay-sheet"),
  scriptRoute("/sandbox/assets/share-sheet.js", "share-sheet"),
  scriptRoute("/sandbox/assets/transfer-sheet.js", "transfer-sheet"),
  route("GET", "/sandbox/assets/phone.css", () =>
    assetReply(readStyles(), "text/css; charset=utf-8"),
  ),
];
