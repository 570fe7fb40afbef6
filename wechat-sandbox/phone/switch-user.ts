import { randomText } from "../crypto/random-text";
import { writeCookie } from "../http/cookies";
import { redirectReply, type SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import type { SandboxContext } from "../sandbox-context";
import { loadCookieJar, saveCookieJar } from "../store/cookie-jars";
import { addUser, findUser, type SandboxUser } from "../store/users";
import { USER_COOKIE } from "./current-user";

/**
 * The Set-Cookie headers that put one user's phone away and take another's: the mall's cookies of
 * this host are kept for the old user and replaced by those of the new one. Cookies know no ports,
 * so the sandbox sees and sets the mall's.
 */
export function switchUserCookies(
  context: SandboxContext,
  request: SandboxRequest,
  userId: string,
): string[] {
  const { hostname } = request.url;
  const previous = request.cookies[USER_COOKIE];
  const chosen = writeCookie(USER_COOKIE, userId);
  if (previous === userId) return [chosen];
  const held = context.phoneCookies.flatMap((name) => {
    const value = request.cookies[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  if (previous) saveCookieJar(context.db, previous, hostname, Object.fromEntries(held));
  const jar = loadCookieJar(context.db, userId, hostname);
  // Without a previous user the cookies were made by a browser without phone; the user keeps them.
  if (!previous && Object.keys(jar).length === 0) return [chosen];
  const cookies = context.phoneCookies.map((name) => writeCookie(name, jar[name] ?? null));
  return [chosen, ...cookies];
}

/** A new user with an id of its own. */
export function createUser(
  context: SandboxContext,
  user: {
    id?: string | undefined;
    nickname: string;
    snapshot: boolean;
    real_name?: string | undefined;
  },
): SandboxUser {
  const id = user.id ?? `u${randomText(context.random, 11)}`;
  const appIds = context.accounts.map((account) => account.appId);
  const { nickname, snapshot, real_name: realName } = user;
  return addUser(context.db, { id, nickname, snapshot, realName }, appIds, context.now());
}

/** Only paths of the sandbox itself: the form must not become an open redirect. */
function localPath(target: string | null): string {
  return target?.startsWith("/") && !target.startsWith("//") ? target : "/phone";
}

/** POST /sandbox/choose-user (form: user or nickname, target): takes that user's phone. */
export function chooseUser(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const form = new URLSearchParams(request.rawBody.toString("utf8"));
  const target = localPath(form.get("target"));
  const nickname = form.get("nickname")?.trim().slice(0, 16);
  const user = nickname
    ? createUser(context, { nickname, snapshot: form.has("snapshot") })
    : findUser(context.db, form.get("user") ?? "");
  if (!user) return redirectReply(target);
  return redirectReply(target, { "Set-Cookie": switchUserCookies(context, request, user.id) });
}
