-- every ten minutes: of what was touched
-- F16: every fee of a bill that was read and compared is booked with its amount for the payment or
-- refund that it is about, once, or a person has explained the difference; and no fee is booked that
-- no bill has.
with bill as (
  select * from public.wechat_bill b
  where b.kind = 'trade' and b.state <> 'failed' and (to_regclass('pg_temp.touched_transfer') is null
    or b.day >= (coalesce(nullif(current_setting('app.invariants_at', true), '')::timestamptz, now()))::date - 8)
),
ours as (
  select b.merchant_id, l.line_kind, l.reference, coalesce(p.id, r.id) as id
  from bill b
  join public.wechat_bill_line l on l.merchant_id = b.merchant_id and l.kind = b.kind and l.day = b.day
  left join public.payment p on l.line_kind = 'payment' and p.merchant_id = b.merchant_id
    and p.mch_id = b.mch_id and p.out_trade_no = l.reference
  left join public.refund r on l.line_kind = 'refund' and r.merchant_id = b.merchant_id
    and r.mch_id = b.mch_id and r.out_refund_no = l.reference
  where coalesce(p.id, r.id) is not null
  union
  -- A fee that was booked, whatever bill it came from.
  select t.merchant_id, t.reference_kind, coalesce(p.out_trade_no, r.out_refund_no), t.reference_id
  from ledger_transfer t
  left join public.payment p on t.reference_kind = 'payment' and p.merchant_id = t.merchant_id
    and p.id = t.reference_id
  left join public.refund r on t.reference_kind = 'refund' and r.merchant_id = t.merchant_id
    and r.id = t.reference_id
  where t.code in ('payment_fee_charged', 'payment_fee_returned')
),
judged as (
  select o.*, (
      select sum(l.fee_fen) from public.wechat_bill_line l where l.merchant_id = o.merchant_id
        and l.kind = 'trade' and l.line_kind = o.line_kind and l.reference = o.reference) as bill_fen, (
      select sum(case when c.kind = 'payment_fees' then -t.amount_fen else t.amount_fen end)
      from public.ledger_transfer t
      join public.ledger_account c on c.merchant_id = t.merchant_id and c.id = t.credit_account_id
      where t.merchant_id = o.merchant_id and t.reference_kind = o.line_kind and t.reference_id = o.id
        and t.code in ('payment_fee_charged', 'payment_fee_returned')) as booked_fen
  from ours o
)
select j.merchant_id, j.line_kind, j.reference, j.id, j.bill_fen, j.booked_fen
from judged j
where j.bill_fen is null or (coalesce(j.booked_fen, 0) <> j.bill_fen and not exists (
  select from public.reconciliation_case c
  where c.merchant_id = j.merchant_id and c.bill_kind = 'trade' and c.line_kind = j.line_kind
    and c.reference = j.reference and c.kind in ('fee_differs', 'amount_differs', 'state_differs')
    and c.state = 'closed' and c.closed_by is not null))
