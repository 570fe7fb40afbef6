-- every ten minutes: of what was touched
-- money.md 6.9: every bill of WeChat's that was read and compared matches our books to the fen, both
-- ways, or a person has explained the difference with just these amounts. The ten-minute run looks at
-- the bills of the last eight days, the nightly one at all. A refund that WeChat lists and has not carried out
-- says nothing about how it stands here; what ended unpaid has come back in the bill of the day on which it
-- ended, and is not missed before that was read.
with bill as (
  select * from public.wechat_bill b
  where b.state <> 'failed' and (to_regclass('pg_temp.touched_transfer') is null
    or b.day >= (coalesce(nullif(current_setting('app.invariants_at', true), '')::timestamptz, now()))::date - 8)
),
named as (
  select distinct b.merchant_id, b.kind, b.mch_id, l.line_kind, l.reference
  from bill b join public.wechat_bill_line l
    on l.merchant_id = b.merchant_id and l.kind = b.kind and l.day = b.day
  where l.line_kind <> 'other'
),
theirs as (
  select n.merchant_id, n.kind, n.mch_id, n.line_kind, n.reference, sum(l.amount_fen) as amount_fen,
    bool_or(l.is_done) as is_done
  from named n join public.wechat_bill_line l on l.merchant_id = n.merchant_id
    and l.line_kind = n.line_kind and l.reference = n.reference and l.kind = n.kind
  group by n.merchant_id, n.kind, n.mch_id, n.line_kind, n.reference
),
moved as (
  select t.merchant_id, t.mch_id, t.reference,
    coalesce(sum(t.amount_fen) filter (where t.line_kind = 'transfer'), 0) as left_fen,
    coalesce(sum(t.amount_fen) filter (where t.line_kind = 'transfer_return'), 0) as back_fen
  from theirs t where t.kind = 'fund_flow'
  group by t.merchant_id, t.mch_id, t.reference
),
difference as (
  select t.merchant_id, 'trade'::bill_kind as bill_kind, t.line_kind, t.reference, p.amount_fen as ours_fen,
    t.amount_fen as theirs_fen, case when p.id is null then 'missing_here'
      when p.amount_fen <> t.amount_fen then 'amount_differs'
      when p.state not in ('success', 'late') then 'state_differs' end as kind
  from theirs t left join public.payment p on p.merchant_id = t.merchant_id and p.mch_id = t.mch_id
    and p.out_trade_no = t.reference
  where t.kind = 'trade' and t.line_kind = 'payment'
  union all
  select t.merchant_id, 'trade', t.line_kind, t.reference, r.amount_fen, t.amount_fen,
    case when r.id is null then 'missing_here' when r.amount_fen <> t.amount_fen then 'amount_differs'
      when t.is_done and (r.state <> 'success' or r.paid_elsewhere) then 'state_differs' end
  from theirs t left join public.refund r on r.merchant_id = t.merchant_id and r.mch_id = t.mch_id
    and r.out_refund_no = t.reference
  where t.kind = 'trade' and t.line_kind = 'refund'
  union all
  select p.merchant_id, 'trade', 'payment', p.out_trade_no, p.amount_fen, null, 'missing_there'
  from bill b join public.payment p on p.merchant_id = b.merchant_id and p.mch_id = b.mch_id
    and p.succeeded_at >= b.day::timestamp at time zone 'Asia/Shanghai'
    and p.succeeded_at < (b.day + 1)::timestamp at time zone 'Asia/Shanghai'
  where b.kind = 'trade' and p.state in ('success', 'late') and not exists (
    select from public.wechat_bill_line l where l.merchant_id = p.merchant_id and l.kind = 'trade'
      and l.line_kind = 'payment' and l.reference = p.out_trade_no)
  union all
  select r.merchant_id, 'trade', 'refund', r.out_refund_no, r.amount_fen, null, 'missing_there'
  from bill b join public.refund r on r.merchant_id = b.merchant_id and r.mch_id = b.mch_id
    -- What we sent in the last five minutes of a day is asked for with the next day's bill.
    and coalesce(r.sent_at, r.created_at) >= b.day::timestamp at time zone 'Asia/Shanghai' - interval '5 minutes'
    and coalesce(r.sent_at, r.created_at) < (b.day + 1)::timestamp at time zone 'Asia/Shanghai' - interval '5 minutes'
  where b.kind = 'trade' and r.state = 'success' and not r.paid_elsewhere and not exists (
    select from public.wechat_bill_line l where l.merchant_id = r.merchant_id and l.kind = 'trade'
      and l.line_kind = 'refund' and l.reference = r.out_refund_no)
  union all
  select m.merchant_id, 'fund_flow', 'transfer', m.reference, p.net_fen, m.left_fen - m.back_fen,
    case when p.id is null then 'missing_here' when m.left_fen <> p.net_fen then 'amount_differs'
      when p.state = 'paid' and (m.back_fen <> 0 or p.confirmed_by is not null) then 'state_differs'
      when p.state in ('failed', 'expired', 'cancelled') and m.back_fen <> m.left_fen
        and (m.back_fen <> 0 or exists (
          select from public.wechat_bill b where b.merchant_id = p.merchant_id and b.kind = 'fund_flow'
            and b.mch_id = p.mch_id and b.state <> 'failed'
            and b.day = (p.ended_at at time zone 'Asia/Shanghai')::date)) then 'state_differs'
      when p.state in ('awaiting_approval', 'approved', 'refused') then 'state_differs' end
  from moved m left join public.payout p on p.merchant_id = m.merchant_id and p.mch_id = m.mch_id
    and p.payout_no = m.reference and p.channel = 'wechat'
  union all
  select p.merchant_id, 'fund_flow', 'transfer', p.payout_no, p.net_fen, null, 'missing_there'
  from bill b join public.payout p on p.merchant_id = b.merchant_id and p.mch_id = b.mch_id
    and p.paid_at >= b.day::timestamp at time zone 'Asia/Shanghai'
    and p.paid_at < (b.day + 1)::timestamp at time zone 'Asia/Shanghai'
  where b.kind = 'fund_flow' and p.channel = 'wechat' and p.state = 'paid' and p.confirmed_by is null and not exists (
    select from public.wechat_bill_line l where l.merchant_id = p.merchant_id and l.kind = 'fund_flow'
      and l.line_kind = 'transfer' and l.reference = p.payout_no)
)
select d.merchant_id, d.bill_kind, d.kind, d.line_kind, d.reference, d.ours_fen, d.theirs_fen
from difference d
where d.kind is not null and not exists (
  select from public.reconciliation_case c
  where c.merchant_id = d.merchant_id and c.bill_kind = d.bill_kind and c.kind = d.kind
    and c.line_kind = d.line_kind and c.reference = d.reference and c.state = 'closed'
    and c.closed_by is not null and c.ours_fen is not distinct from d.ours_fen
    and c.theirs_fen is not distinct from d.theirs_fen)
