import type { SandboxRequest } from "../http/sandbox-request";
import type { SandboxContext } from "../sandbox-context";
import { findUser, type SandboxUser } from "../store/users";

/** Names the WeChat user whose phone this browser plays on this host. */
export const USER_COOKIE = "wxsandbox_user";

export function currentUser(context: SandboxContext, request: SandboxRequest): SandboxUser | null {
  const id = request.cookies[USER_COOKIE];
  return id ? findUser(context.db, id) : null;
}
