import { bindFromClicks } from "@/features/bindings/commands/bind-from-clicks";
import { mergeCart } from "@/features/carts/commands/merge-cart";
import { findOrCreateCustomer } from "@/features/customers/commands/find-or-create-customer";
import { joinVisitor } from "@/features/customers/commands/join-visitor";
import { recordConsent } from "@/features/customers/commands/record-consent";
import { sessionDays } from "@/features/customers/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import type { RandomBytes } from "@/lib/ids/random-code";
import { hashToken } from "@/lib/secrets/seal";

/** The words on /me that the person agreed to before WeChat asked. Change the version with the words. */
const profileConsent = { purpose: "wechat_profile", version: "2026-11-21" };

/**
 * Signs in whoever WeChat says holds this browser: finds or creates the customer, joins the visitor
 * with the clicks made and the cart filled before, decides the binding, opens a session.
 * @param input.profile nickname and portrait, if the person agreed to hand them over
 * @returns the bearer token for the cookie; the database keeps only its hash
 */
export async function signInCustomer(
  merchantId: AuthorizedMerchantId,
  input: {
    appId: string;
    wechatOpenId: string;
    wechatUnionId: string | null;
    visitorId: string;
    profile: { nickname: string; avatarUrl: string } | null;
  },
  at: { now: Date; random: RandomBytes },
): Promise<{ customerId: string; visitorId: string; token: string }> {
  const { now } = at;
  const token = Buffer.from(at.random(32)).toString("base64url");
  return inMerchant(merchantId, async (tx) => {
    const customerId = await findOrCreateCustomer(tx, { merchantId, ...input, now });
    const visitor = { merchantId, visitorId: input.visitorId, customerId };
    const visitorId = await joinVisitor(tx, visitor, at);
    if (input.profile) {
      await tx.customer.updateMany({
        where: { merchantId, id: customerId, erasedAt: null },
        data: input.profile,
      });
      await recordConsent(tx, { merchantId, customerId, ...profileConsent, now });
    }
    await mergeCart(tx, { merchantId, visitorId, customerId, now });
    await bindFromClicks(tx, { merchantId, customerId, now });
    await tx.customerSession.create({
      data: {
        merchantId,
        tokenHash: hashToken(token),
        customerId,
        visitorId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + sessionDays * 86_400_000),
      },
    });
    return { customerId, visitorId, token };
  });
}
