import type { MonthRow } from "@/features/closing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Every month since the first booking, the newest first: closed or not, and what is in the way. */
export async function listMonths(
  tx: MerchantTx,
  question: { merchantId: string; now: Date },
): Promise<MonthRow[]> {
  const { merchantId, now } = question;
  return tx.$queryRaw<MonthRow[]>`
    with booked as (
      select to_char(t.created_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
        coalesce(sum(t.amount_fen) filter (where t.code = 'order_paid'), 0) as sales_fen,
        coalesce(sum(t.amount_fen) filter (where t.code = 'order_refunded'), 0) as refunded_fen
      from ledger_transfer t where t.merchant_id = ${merchantId}::uuid
      group by 1),
    months as (
      select to_char(m, 'YYYY-MM') as month
      from generate_series(
        (select to_date(min(month), 'YYYY-MM') from booked)::timestamp,
        ${now}::timestamptz at time zone 'Asia/Shanghai', interval '1 month') m)
    select m.month, c.closed_at as "closedAt", s.name as "closedByName",
      coalesce(b.sales_fen, 0)::bigint as "salesFen",
      coalesce(b.refunded_fen, 0)::bigint as "refundedFen", (
        select count(*)::int from reconciliation_case r
        where r.merchant_id = ${merchantId}::uuid and r.state = 'open'
          and to_char(r.day, 'YYYY-MM') = m.month) as "openCases"
    from months m
    left join booked b on b.month = m.month
    left join month_close c on c.merchant_id = ${merchantId}::uuid and c.month = m.month
    left join staff s on s.merchant_id = c.merchant_id and s.id = c.closed_by
    order by m.month desc`;
}
