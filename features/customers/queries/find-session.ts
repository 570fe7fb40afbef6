import type { MerchantTx } from "@/lib/db/in-merchant";
import { hashToken } from "@/lib/secrets/seal";

/**
 * Who holds this session token.
 * @returns the customer and the visitor of the browser that signed in, or null when the token is
 * unknown here, ended or revoked
 */
export async function findSession(
  tx: MerchantTx,
  input: { merchantId: string; token: string; now: Date },
): Promise<{ customerId: string; visitorId: string } | null> {
  const { merchantId, token, now } = input;
  return tx.customerSession.findFirst({
    where: { merchantId, tokenHash: hashToken(token), revokedAt: null, expiresAt: { gt: now } },
    select: { customerId: true, visitorId: true },
  });
}
