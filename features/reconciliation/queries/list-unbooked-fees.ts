import type { ChargedFee } from "@/domain/ledger/plan-fee-transfers";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type UnbookedFee = ChargedFee & { lineNo: number };

/** The next lines of a day's trade bill whose fee is not booked, as far as we know what they are for. */
export async function listUnbookedFees(
  tx: MerchantTx,
  question: { merchantId: string; mchId: string; day: string; afterLine: number; limit: number },
): Promise<UnbookedFee[]> {
  const { merchantId, mchId, day, afterLine, limit } = question;
  return tx.$queryRaw<UnbookedFee[]>`
    select l.line_no as "lineNo", l.line_kind as kind, coalesce(p.id, r.id) as id,
      coalesce(p.order_id, r.order_id) as "orderId", l.fee_fen as "feeFen"
    from wechat_bill_line l
    left join payment p on l.line_kind = 'payment' and p.merchant_id = l.merchant_id
      and p.mch_id = ${mchId} and p.out_trade_no = l.reference
    left join refund r on l.line_kind = 'refund' and r.merchant_id = l.merchant_id
      and r.mch_id = ${mchId} and r.out_refund_no = l.reference
    where l.merchant_id = ${merchantId}::uuid and l.kind = 'trade' and l.day = ${day}::date
      and l.line_no > ${afterLine} and l.fee_fen <> 0 and coalesce(p.id, r.id) is not null
      and not exists (
        select from ledger_transfer f where f.merchant_id = ${merchantId}::uuid
          and f.reference_kind = l.line_kind and f.reference_id = coalesce(p.id, r.id)
          and f.code in ('payment_fee_charged', 'payment_fee_returned'))
    order by l.line_no limit ${limit}`;
}
