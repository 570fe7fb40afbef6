import { beginSignIn } from "@/features/customers/commands/begin-sign-in";
import {
  type ConsumedState,
  consumeOauthState,
} from "@/features/customers/commands/consume-oauth-state";
import { signInCustomer } from "@/features/customers/commands/sign-in-customer";
import type { MerchantScope } from "@/features/merchants/schema";
import { AppError } from "@/lib/errors/app-error";
import type { RandomBytes } from "@/lib/ids/random-code";
import { currentWechatCredentials } from "@/lib/wechat/credentials";
import { exchangeCode } from "@/lib/wechat/oauth/exchange-code";
import { fetchProfile } from "@/lib/wechat/oauth/fetch-profile";

/** One restart repairs a callback that was loaded twice; more would be a loop. */
const maxAttempts = 2;

export type SignInOutcome =
  | { kind: "signed_in"; returnTo: string; visitorId: string; token: string }
  | { kind: "continue"; returnTo: string }
  | { kind: "restart"; authorizeUrl: string }
  | { kind: "snapshot_user" }
  | { kind: "failed"; returnTo: string };

type Callback = {
  code: string | null;
  state: string;
  visitorId: string;
  /** Whether the browser already holds a live session. */
  signedIn: boolean;
};

type At = { now: Date; random: RandomBytes };

/**
 * What follows when WeChat sends the browser back: the state is consumed once, the code exchanged
 * once, outside of any transaction. Bears being called twice for one callback.
 * @throws AppError("wechat_unavailable")
 */
export async function finishSignIn(
  scope: MerchantScope,
  callback: Callback,
  at: At,
): Promise<SignInOutcome> {
  const { code, state, visitorId, signedIn } = callback;
  const consumed = await consumeOauthState(scope.merchantId, { state, visitorId, now: at.now });
  if (!consumed) return signedIn ? { kind: "continue", returnTo: "/" } : giveUp("/");
  const { returnTo } = consumed;
  // No code: the person declined the consent page.
  if (consumed.fresh && !code) return { kind: "continue", returnTo };
  const result = consumed.fresh && code ? await redeem(scope, consumed, code, visitorId, at) : null;
  if (result) return result;
  if (signedIn) return { kind: "continue", returnTo };
  if (consumed.attempt >= maxAttempts) return giveUp(returnTo);
  const next = { visitorId, returnTo, oauthScope: consumed.scope, attempt: consumed.attempt + 1 };
  return { kind: "restart", ...(await beginSignIn(scope, next, at)) };
}

function giveUp(returnTo: string): SignInOutcome {
  return { kind: "failed", returnTo };
}

/** @returns null when the code was spent elsewhere */
async function redeem(
  scope: MerchantScope,
  consumed: ConsumedState,
  code: string,
  visitorId: string,
  at: At,
): Promise<SignInOutcome | null> {
  const account = await currentWechatCredentials(scope.merchantId, at.now);
  if (!account) throw new AppError("wechat_unavailable", "the merchant has no official account");
  const { appId, appSecret } = account;
  const identity = await exchangeCode({ appId, appSecret, code });
  if (!identity.ok) {
    return identity.reason === "snapshot_user" ? { kind: "snapshot_user" } : null;
  }
  const { wechatOpenId, wechatUnionId } = identity;
  const profile = consumed.scope === "snsapi_userinfo" ? await fetchProfile(identity) : null;
  if (profile && !profile.ok) return { kind: "snapshot_user" };
  const signedIn = await signInCustomer(
    scope.merchantId,
    {
      appId,
      wechatOpenId,
      wechatUnionId: profile?.wechatUnionId ?? wechatUnionId,
      visitorId,
      profile: profile && { nickname: profile.nickname, avatarUrl: profile.avatarUrl },
    },
    at,
  );
  const { visitorId: joined, token } = signedIn;
  return { kind: "signed_in", returnTo: consumed.returnTo, visitorId: joined, token };
}
