import { htmlReply, redirectReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import type { SandboxContext } from "../sandbox-context";
import { isLoopbackHost } from "../schemas/pay-fields";
import { listConversation, markRead } from "../store/messages";
import { findUser, type SandboxUser } from "../store/users";
import { renderBrowser } from "./browser-page";
import { renderChats } from "./chats-page";
import { renderLockScreen } from "./choose-user-page";
import { renderConversation } from "./conversation-page";
import { currentUser } from "./current-user";
import { renderMe } from "./me-page";
import { switchUserCookies } from "./switch-user";
import { renderWallet } from "./wallet-page";

/** Opens `page` as the phone's user, or asks first who that is. */
function asUser(
  context: SandboxContext,
  request: SandboxRequest,
  page: (user: SandboxUser) => string,
): SandboxReply {
  const user = currentUser(context, request);
  return htmlReply(user ? page(user) : renderLockScreen(context, request.target));
}

/**
 * GET / and /phone. `?user=` takes that user's phone first and drops the parameter, so that a link
 * can hand somebody a certain phone.
 */
export function showChats(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const handed = takeHandedPhone(context, request);
  if (handed) return handed;
  const address = request.url.searchParams.get("url");
  if (address) return redirectReply(`/phone/browse?${new URLSearchParams({ url: address })}`);
  return asUser(context, request, (user) => renderChats(context, user));
}

function takeHandedPhone(context: SandboxContext, request: SandboxRequest): SandboxReply | null {
  const user = findUser(context.db, request.url.searchParams.get("user") ?? "");
  if (!user) return null;
  const rest = new URLSearchParams(request.url.searchParams);
  rest.delete("user");
  const cookies = switchUserCookies(context, request, user.id);
  const query = rest.size > 0 ? `?${rest}` : "";
  return redirectReply(`${request.url.pathname}${query}`, { "Set-Cookie": cookies });
}

/** GET /phone/chat?with=: reading a conversation marks its cards as read. */
export function showConversation(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const other = findUser(context.db, request.url.searchParams.get("with") ?? "");
  if (!other) return redirectReply("/phone");
  return asUser(context, request, (user) => {
    markRead(context.db, user.id, other.id, context.now());
    return renderConversation(user, other, listConversation(context.db, user.id, other.id));
  });
}

/** GET /phone/me: who holds this phone, and all others to hand it to. */
export function showMe(context: SandboxContext, request: SandboxRequest): SandboxReply {
  return asUser(context, request, (user) => renderMe(context, user));
}

/** GET /phone/wallet: what merchants have transferred to the user of this phone. */
export function showWallet(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const handed = takeHandedPhone(context, request);
  return handed ?? asUser(context, request, (user) => renderWallet(context, user));
}

/** An address as people type it: without scheme it is this machine's or the open web's. */
function parseAddress(text: string): URL | null {
  const trimmed = text.trim();
  const address = /^https?:\/\//.test(trimmed) ? trimmed : `http://${trimmed}`;
  return trimmed !== "" && URL.canParse(address) ? new URL(address) : null;
}

/**
 * GET /phone/browse?url=: the in-app browser. Moves to the address's own host name first, because
 * only there are the mall's cookies same-site in a frame; the user comes along.
 */
export function showBrowser(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const handed = takeHandedPhone(context, request);
  if (handed) return handed;
  const target = parseAddress(request.url.searchParams.get("url") ?? "");
  if (!target) return redirectReply("/phone");
  const user = currentUser(context, request);
  if (target.hostname !== request.url.hostname && isLoopbackHost(target.hostname)) {
    const there = new URL(request.url);
    there.hostname = target.hostname;
    if (user) there.searchParams.set("user", user.id);
    return redirectReply(there.href);
  }
  return asUser(context, request, () => renderBrowser(target.href));
}
