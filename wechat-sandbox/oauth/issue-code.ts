import { randomText } from "../crypto/random-text";
import type { SandboxContext } from "../sandbox-context";
import { insertOauthCode, type OauthScope } from "../store/oauth";
import type { SandboxUser } from "../store/users";

const CODE_LIFE_MS = 5 * 60_000;

/** A single-use code for `user` that lives five minutes. */
export function issueCode(
  context: SandboxContext,
  appId: string,
  user: SandboxUser,
  scope: OauthScope,
): string {
  const code = `0${randomText(context.random, 31)}`;
  insertOauthCode(context.db, {
    code,
    app_id: appId,
    user_id: user.id,
    scope,
    // Snapshot mode is WeChat's answer to snsapi_userinfo; snsapi_base stays real.
    snapshot: user.snapshot && scope === "snsapi_userinfo",
    expires_at: context.now() + CODE_LIFE_MS,
    used_at: null,
  });
  return code;
}
