import type { AvailableMovementView } from "@/features/ledger/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import type { PageCursor } from "@/lib/paging/page-cursor";

/** A page is never longer than this. */
const maxPerPage = 100;

/**
 * What changed a distributor's free available balance or debt, newest first, each with its order,
 * refund or payout. A payout takes its amount when it is requested and gives it back when it comes to
 * nothing; that it was paid moves nothing more. The amounts of all rows add up to what is free now.
 */
export async function listAvailableMovements(
  tx: MerchantTx,
  question: {
    merchantId: string;
    distributorId: string;
    after: PageCursor | null;
    limit: number;
  },
): Promise<AvailableMovementView[]> {
  const { merchantId, distributorId, after, limit } = question;
  return tx.$queryRaw<AvailableMovementView[]>`
    with movement as (
      select t.id, t.code, t.created_at, t.amount_fen, t.phase, a.kind, t.credit_account_id = a.id as is_credit,
        case when t.event_key like 'commission:%' then split_part(t.event_key, ':', 2)::uuid end as commission_id,
        case when t.event_key like 'commission:%:claw-back:%' then split_part(t.event_key, ':', 4)::uuid end as refund_id,
        case when t.reference_kind = 'payout' then t.reference_id end as payout_id
      from ledger_account a
      join ledger_transfer t on t.merchant_id = a.merchant_id
        and (t.debit_account_id = a.id or t.credit_account_id = a.id)
      where a.merchant_id = ${merchantId}::uuid and a.distributor_id = ${distributorId}::uuid
        and ((a.kind = 'commission_available' and t.phase <> 'post')
          or (a.kind = 'commission_debt' and t.code = 'commission_clawed_back_as_debt'))
        and (${after === null} or (t.created_at, t.id)
          < (${after?.createdAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by t.created_at desc, t.id desc limit ${Math.min(limit, maxPerPage)})
    select m.id as "transferId", m.code::text as code, m.created_at as "createdAt",
      case when m.kind = 'commission_debt' then 0
        when m.phase = 'void' or (m.phase = 'single' and m.is_credit) then m.amount_fen
        else -m.amount_fen end as "amountFen",
      case when m.kind = 'commission_debt' then m.amount_fen
        when m.code = 'debt_netted' then -m.amount_fen else 0 end as "debtFen",
      m.commission_id as "commissionId", o.order_no as "orderNo", l.product_title as "productTitle",
      r.reason as "refundReason", p.payout_no as "payoutNo"
    from movement m
    left join commission c on c.merchant_id = ${merchantId}::uuid and c.id = m.commission_id
    left join orders o on o.merchant_id = c.merchant_id and o.id = c.order_id
    left join order_line l
      on l.merchant_id = c.merchant_id and l.order_id = c.order_id and l.line_no = c.line_no
    left join refund r on r.merchant_id = ${merchantId}::uuid and r.id = m.refund_id
    left join payout p on p.merchant_id = ${merchantId}::uuid and p.id = m.payout_id
    order by m.created_at desc, m.id desc`;
}
