import { type CaseRow, toCaseView } from "@/features/reconciliation/queries/to-case-view";
import type { CaseDetail } from "@/features/reconciliation/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Behind = Pick<CaseDetail, "orderNo" | "payoutId">;

/** One case with WeChat's lines of the same number, of whatever day, and our order or payout behind it. */
export async function getCase(
  tx: MerchantTx,
  merchantId: string,
  caseId: string,
): Promise<CaseDetail | null> {
  const [row] = await tx.$queryRaw<(CaseRow & Behind)[]>`
    select c.id as "caseId", c.bill_kind as "billKind", to_char(c.day, 'YYYY-MM-DD') as day, c.kind,
      c.line_kind as "lineKind", c.reference, c.ours_fen as "oursFen", c.theirs_fen as "theirsFen",
      c.detail, c.state, c.owner_id as "ownerId", owner.name as "ownerName", c.opened_at as "openedAt",
      c.closed_at as "closedAt", closer.name as "closedByName", c.resolution,
      case c.line_kind
        when 'payment' then (
          select o.order_no from payment p
          join orders o on o.merchant_id = p.merchant_id and o.id = p.order_id
          where p.merchant_id = c.merchant_id and p.out_trade_no = c.reference limit 1)
        when 'refund' then (
          select o.order_no from refund r
          join orders o on o.merchant_id = r.merchant_id and o.id = r.order_id
          where r.merchant_id = c.merchant_id and r.out_refund_no = c.reference limit 1)
      end as "orderNo",
      (select p.id from payout p where p.merchant_id = c.merchant_id and p.payout_no = c.reference
        and c.line_kind in ('transfer', 'transfer_return')) as "payoutId"
    from reconciliation_case c
    left join staff owner on owner.merchant_id = c.merchant_id and owner.id = c.owner_id
    left join staff closer on closer.merchant_id = c.merchant_id and closer.id = c.closed_by
    where c.merchant_id = ${merchantId}::uuid and c.id = ${caseId}::uuid`;
  if (!row) return null;
  const { orderNo, payoutId, ...found } = row;
  const lines = await tx.$queryRaw<CaseDetail["lines"]>`
    select to_char(day, 'YYYY-MM-DD') as day, line_no as "lineNo", line_kind as "lineKind",
      wechat_no as "wechatNo", amount_fen as "amountFen", fee_fen as "feeFen", at
    from wechat_bill_line
    where merchant_id = ${merchantId}::uuid and kind = ${row.billKind}::bill_kind
      and line_kind in ('payment', 'refund', 'transfer', 'transfer_return')
      and reference = ${row.reference}
      and (line_kind = ${row.lineKind} or ${row.lineKind} in ('transfer', 'transfer_return'))
    order by day, line_no limit 20`;
  return { ...toCaseView(found), orderNo, payoutId, lines };
}
