import type { MerchantTx } from "@/lib/db/in-merchant";

/** Gives a browser's cookie its row, before something (a cart, a click, a sign-in) points at it. */
export async function ensureVisitor(
  tx: MerchantTx,
  input: { merchantId: string; visitorId: string; now: Date },
): Promise<void> {
  const { merchantId, visitorId, now } = input;
  await tx.visitor.createMany({
    data: [{ merchantId, id: visitorId, firstSeenAt: now }],
    skipDuplicates: true,
  });
}
