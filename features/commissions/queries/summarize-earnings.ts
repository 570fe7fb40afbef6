import type { EarningsView } from "@/features/commissions/schema";
import { getDistributorBalances } from "@/features/ledger/queries/get-distributor-balances";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Totals = Pick<EarningsView, "expectedFen" | "heldFen" | "takenBackFen" | "settledFen">;

/**
 * A distributor's earnings (F10). What is pending and available are the ledger's balances, not sums
 * over commissions: what is shown is what is there. Expected are the promises on orders that friends
 * have placed and can still pay for.
 */
export async function summarizeEarnings(
  tx: MerchantTx,
  question: { merchantId: string; distributorId: string; now: Date },
): Promise<EarningsView> {
  const { merchantId, distributorId, now } = question;
  const balances = await getDistributorBalances(tx, { merchantId, distributorId });
  const [totals] = await tx.$queryRaw<Totals[]>`
    select
      (select coalesce(sum(t.commission_fen), 0)::bigint from orders o
        join order_commission_term t on t.merchant_id = o.merchant_id and t.order_id = o.id
        where o.merchant_id = ${merchantId}::uuid and o.state = 'awaiting_payment'
          and o.payment_due_at > ${now} and t.distributor_id = ${distributorId}::uuid) as "expectedFen",
      coalesce(sum(commission_fen - clawed_back_fen) filter (where state = 'held'), 0)::bigint as "heldFen",
      coalesce(sum(clawed_back_fen), 0)::bigint as "takenBackFen",
      coalesce(sum(commission_fen) filter (where settled_at is not null), 0)::bigint as "settledFen"
    from commission
    where merchant_id = ${merchantId}::uuid and distributor_id = ${distributorId}::uuid`;
  if (totals === undefined) throw new Error("an aggregate without a row");
  return { ...totals, ...balances };
}
