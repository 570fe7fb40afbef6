import { z } from "zod";
import type { MerchantTx } from "@/lib/db/in-merchant";

const detailsSchema = z.object({ reason: z.string() });

/**
 * What staff wrote for the distributor when they took a withdrawal back that WeChat had already; "" where
 * nobody did. The row itself keeps a code there, the audit trail the words (refuse-payout.ts).
 */
export async function findCancelWords(
  tx: MerchantTx,
  { merchantId, payoutId }: { merchantId: string; payoutId: string },
): Promise<string> {
  const entry = await tx.auditEntry.findFirst({
    where: {
      merchantId,
      objectKind: "payout",
      objectId: payoutId,
      action: "payout.cancel",
      actorKind: "staff",
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { details: true },
  });
  return detailsSchema.safeParse(entry?.details).data?.reason ?? "";
}
