import { z } from "zod";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

const rowSchema = z.object({
  scope: z.enum(["snsapi_base", "snsapi_userinfo"]),
  returnTo: z.string(),
  attempt: z.number(),
});

export type ConsumedState = z.infer<typeof rowSchema> & {
  /** False when another request was first: WeChat's browser loads the callback twice. */
  fresh: boolean;
};

/**
 * Takes a state out of circulation. The guard in the WHERE lets exactly one of many requests have it.
 * @returns null when it is unknown in this shop, has ended, or was begun in another browser (somebody
 * else's link must not sign this person in)
 */
export async function consumeOauthState(
  merchantId: AuthorizedMerchantId,
  input: { state: string; visitorId: string; now: Date },
): Promise<ConsumedState | null> {
  const { state, visitorId, now } = input;
  return inMerchant(merchantId, async (tx) => {
    const taken = await tx.oauthState.updateMany({
      where: { merchantId, state, visitorId, consumedAt: null, expiresAt: { gt: now } },
      data: { consumedAt: now },
    });
    const row = await tx.oauthState.findFirst({
      where: { merchantId, state, visitorId, expiresAt: { gt: now } },
      select: { scope: true, returnTo: true, attempt: true },
    });
    return row ? { ...rowSchema.parse(row), fresh: taken.count === 1 } : null;
  });
}
