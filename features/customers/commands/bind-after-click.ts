import { bindFromClicks } from "@/features/bindings/commands/bind-from-clicks";
import { joinVisitor } from "@/features/customers/commands/join-visitor";
import { findSession } from "@/features/customers/queries/find-session";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import type { RandomBytes } from "@/lib/ids/random-code";

/**
 * Decides the binding of a customer who opened a share link while signed in. A browser that kept its
 * session but lost its visitor cookie is joined first, or the click would stay nobody's.
 */
export async function bindAfterClick(
  merchantId: AuthorizedMerchantId,
  input: { token: string; visitorId: string },
  at: { now: Date; random: RandomBytes },
): Promise<void> {
  const { token, visitorId } = input;
  await inMerchant(merchantId, async (tx) => {
    const session = await findSession(tx, { merchantId, token, now: at.now });
    if (!session) return;
    const { customerId } = session;
    await joinVisitor(tx, { merchantId, visitorId, customerId }, at);
    await bindFromClicks(tx, { merchantId, customerId, now: at.now });
  });
}
