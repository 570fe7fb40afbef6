import { payoutSelect } from "@/features/payouts/queries/payout-select";
import { toPayoutView } from "@/features/payouts/queries/to-payout-view";
import type { PayoutView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * The withdrawals that getOnTimeRate counts as late: due in [from, until), and paid after that or not
 * yet. The latest due dates first.
 */
export async function listLatePayouts(
  tx: MerchantTx,
  question: { merchantId: string; from: Date; until: Date; limit: number },
): Promise<PayoutView[]> {
  const { merchantId, from, until, limit } = question;
  const rows = await tx.payout.findMany({
    where: {
      merchantId,
      dueAt: { gte: from, lt: until },
      state: { notIn: ["failed", "expired", "cancelled", "refused"] },
      OR: [{ paidAt: null }, { paidAt: { gt: tx.payout.fields.dueAt } }],
    },
    orderBy: [{ dueAt: "desc" }, { id: "desc" }],
    take: limit,
    select: payoutSelect,
  });
  return rows.map(toPayoutView);
}
