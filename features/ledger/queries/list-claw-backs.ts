import type { ClawBackView } from "@/features/ledger/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What refunds have taken back of one of a distributor's commissions, oldest first, each with its reason. */
export async function listClawBacks(
  tx: MerchantTx,
  question: { merchantId: string; commissionId: string },
): Promise<ClawBackView[]> {
  const { merchantId, commissionId } = question;
  return tx.$queryRaw<ClawBackView[]>`
    select r.id as "refundId", r.reason, min(t.created_at) as at,
      sum(t.amount_fen)::bigint as "amountFen",
      coalesce(sum(t.amount_fen) filter (where t.code = 'commission_clawed_back_as_debt'), 0)::bigint
        as "debtFen"
    from ledger_transfer t
    join refund r on r.merchant_id = t.merchant_id and r.id = split_part(t.event_key, ':', 4)::uuid
    where t.merchant_id = ${merchantId}::uuid and t.reference_kind = 'commission'
      and t.reference_id = ${commissionId}::uuid
      and t.code in ('commission_clawed_back', 'commission_clawed_back_as_debt')
    group by r.id, r.reason order by min(t.created_at), r.id`;
}
