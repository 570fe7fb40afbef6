-- every ten minutes: of what was touched
-- F17: a month that was closed still says what the ledger says, account by account and reason by
-- reason, sums to 0, and its hash is that of its figures. The ten-minute run computes anew only what
-- a transfer was written into.
with closed as (
  select m.*, (to_date(m.month || '-01', 'YYYY-MM-DD')::timestamp at time zone 'Asia/Shanghai') as from_at,
    ((to_date(m.month || '-01', 'YYYY-MM-DD') + interval '1 month')::timestamp at time zone 'Asia/Shanghai') as to_at
  from public.month_close m
),
suspect as (
  select c.* from closed c
  where to_regclass('pg_temp.touched_transfer') is null
    or exists (select from ledger_transfer t where t.merchant_id = c.merchant_id and t.created_at < c.to_at)
),
said as (
  select s.merchant_id, s.month, f.code, f.debit, f.credit, f."beforeFen"::bigint as before_fen,
    f."amountFen"::bigint as amount_fen, f.count
  from suspect s cross join lateral jsonb_to_recordset(s.figures -> 'movements') as f(
    code text, debit text, credit text, "beforeFen" text, "amountFen" text, count bigint)
),
booked as (
  select s.merchant_id, s.month, t.code, d.kind::text as debit, c.kind::text as credit,
    coalesce(sum(t.amount_fen) filter (where t.created_at < s.from_at), 0) as before_fen,
    coalesce(sum(t.amount_fen) filter (where t.created_at >= s.from_at), 0) as amount_fen,
    count(*) filter (where t.created_at >= s.from_at) as count
  from suspect s
  join public.ledger_transfer t on t.merchant_id = s.merchant_id and t.created_at < s.to_at
    and t.phase in ('single', 'post')
  join public.ledger_account d on d.merchant_id = t.merchant_id and d.id = t.debit_account_id
  join public.ledger_account c on c.merchant_id = t.merchant_id and c.id = t.credit_account_id
  group by s.merchant_id, s.month, t.code, d.kind, c.kind
),
account as (
  select c.merchant_id, c.month, f.kind, f."openingFen"::bigint as opening_fen, f."creditFen"::bigint as credit_fen,
    f."debitFen"::bigint as debit_fen, f."closingFen"::bigint as closing_fen
  from closed c cross join lateral jsonb_to_recordset(c.figures -> 'accounts') as f(
    kind text, "openingFen" text, "creditFen" text, "debitFen" text, "closingFen" text)
),
moved as (
  select c.merchant_id, c.month, x.kind, sum(x.opening) as opening_fen, sum(x.moved) as moved_fen
  from closed c cross join lateral jsonb_to_recordset(c.figures -> 'movements') as f(
    debit text, credit text, "beforeFen" text, "amountFen" text)
  cross join lateral (values (f.credit, f."beforeFen"::bigint, f."amountFen"::bigint),
    (f.debit, -f."beforeFen"::bigint, -f."amountFen"::bigint)) x(kind, opening, moved)
  group by c.merchant_id, c.month, x.kind
)
select coalesce(s.merchant_id, b.merchant_id) as merchant_id, coalesce(s.month, b.month) as month,
  'movement' as fault, coalesce(s.code, b.code) as what, s.amount_fen as said_fen, b.amount_fen as booked_fen
from said s
full join booked b on b.merchant_id = s.merchant_id and b.month = s.month and b.code = s.code
  and b.debit = s.debit and b.credit = s.credit
where (s.before_fen, s.amount_fen, s.count) is distinct from (b.before_fen, b.amount_fen, b.count)
union all
select a.merchant_id, a.month, 'account', a.kind, a.closing_fen, m.opening_fen + m.moved_fen
from account a left join moved m on m.merchant_id = a.merchant_id and m.month = a.month and m.kind = a.kind
where a.opening_fen <> coalesce(m.opening_fen, 0)
  or a.closing_fen <> a.opening_fen + a.credit_fen - a.debit_fen
  or a.closing_fen - a.opening_fen <> coalesce(m.moved_fen, 0)
union all
select a.merchant_id, a.month, 'sum', '', sum(a.closing_fen), 0
from account a group by a.merchant_id, a.month
having sum(a.closing_fen) <> 0 or sum(a.opening_fen) <> 0
union all
select c.merchant_id, c.month, 'hash', c.sha256, null, null
from closed c where c.sha256 <> encode(sha256(convert_to(c.figures::text, 'UTF8')), 'hex')
