import type { MerchantScope } from "@/features/merchants/schema";
import { ensureVisitor } from "@/features/visitors/commands/ensure-visitor";
import { inMerchant } from "@/lib/db/in-merchant";
import { AppError } from "@/lib/errors/app-error";
import { type RandomBytes, randomCode } from "@/lib/ids/random-code";
import { currentWechatCredentials } from "@/lib/wechat/credentials";
import { authorizeUrl, type OauthScope } from "@/lib/wechat/oauth/authorize-url";

/** A code lives for five minutes; the rest is for the person on the consent page. */
const stateLifeMs = 15 * 60_000;

/**
 * Opens one round trip to WeChat, bound to this browser, and says where to send it.
 * @param input.returnTo a path that parseReturnTo has passed
 * @param input.attempt 1, or 2 when the first round came back without a usable code
 * @throws AppError("wechat_unavailable") when the merchant has not set up WeChat
 */
export async function beginSignIn(
  scope: MerchantScope,
  input: { visitorId: string; oauthScope: OauthScope; returnTo: string; attempt: number },
  at: { now: Date; random: RandomBytes },
): Promise<{ authorizeUrl: string }> {
  const { merchantId } = scope;
  const { visitorId, oauthScope, returnTo, attempt } = input;
  const account = await currentWechatCredentials(merchantId, at.now);
  if (!account) throw new AppError("wechat_unavailable", "the merchant has no official account");
  const state = randomCode(40, at.random);
  await inMerchant(merchantId, async (tx) => {
    await ensureVisitor(tx, { merchantId, visitorId, now: at.now });
    // States that nobody came back for; the index on expires_at makes this one short look.
    await tx.oauthState.deleteMany({
      where: { merchantId, expiresAt: { lt: new Date(at.now.getTime() - 86_400_000) } },
    });
    await tx.oauthState.create({
      data: {
        merchantId,
        state,
        visitorId,
        scope: oauthScope,
        returnTo,
        attempt,
        createdAt: at.now,
        expiresAt: new Date(at.now.getTime() + stateLifeMs),
      },
    });
  });
  const redirectUri = `${scope.origin}/api/wechat/oauth/callback`;
  return {
    authorizeUrl: authorizeUrl({ appId: account.appId, redirectUri, scope: oauthScope, state }),
  };
}
