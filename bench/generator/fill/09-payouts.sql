-- Three times, forty days apart, whoever has a yuan since the last time withdraws it, at most 500 yuan, which
-- needs nobody's approval and bears no tax; one in twenty tried in vain the day before.
create unlogged table testing.withdrawal as
select row_number() over (order by c.distributor_id, c.round, c.again) as w, c.distributor_id, c.account_id, clearing.id as clearing_id,
  c.round, c.again, c.gross_fen, (s.until_at - (40 * c.round + c.again) * interval '1 day'
    + testing.draw(70, hashtext(c.distributor_id::text)::bigint) * interval '10 hours')::timestamptz(3) as at
from (
  select a.distributor_id, a.id as account_id, x.round, again, least(50000, sum(b.amount_fen) / 100 * 100)::bigint as gross_fen
  from testing.booking b
  join testing.account a on a.id = b.credit_id and b.code = 'commission_settled'
  cross join testing.scale s
  cross join lateral (select greatest(ceil(extract(epoch from s.until_at - b.at) / 3456000)::int - 1, 0) as round) x
  cross join generate_series(0, 1) again
  where x.round between 1 and 3
    and (again = 0 or testing.draw(71, hashtext(a.distributor_id::text)::bigint + x.round) < 0.05)
  group by a.distributor_id, a.id, x.round, again
  having sum(b.amount_fen) >= 100
) c
join testing.account clearing on clearing.kind = 'payout_clearing'
cross join testing.scale s;

insert into payout_account (merchant_id, distributor_id, real_name_sealed, id_number_sealed, id_number_hash,
  id_number_tail, consent_version, created_at, changed_at)
select distinct s.merchant_id, w.distributor_id, '', '', 'bench' || w.distributor_id, '0000', '1', s.since, s.since
from testing.withdrawal w cross join testing.scale s;

insert into payout (merchant_id, id, payout_no, distributor_id, channel, state, gross_fen, tax_fen, net_fen, tax_month,
  tax_rule_version, tax_prior_gross_fen, tax_prior_tax_fen, id_number_hash, policy_version, app_id, mch_id, open_id,
  job_title, remark, requested_at, due_at, approved_at, attempts, sent_at, transfer_bill_no, wechat_state, fail_reason,
  paid_at, ended_at)
select s.merchant_id, testing.id(56, w.w), 'PB' || lpad(w.w::text, 10, '0'), w.distributor_id, 'wechat',
  (case w.again when 0 then 'paid' else 'failed' end)::payout_state, w.gross_fen, 0, w.gross_fen,
  to_char(w.at at time zone 'Asia/Shanghai', 'YYYY-MM'), 1, 0, 0, 'bench' || w.distributor_id, 1, c.app_id, c.mch_id,
  'bench', p.payout_job_title, p.payout_remark, w.at, w.at + interval '3 days', w.at, 1, w.at + interval '1 second',
  'bench' || w.w, case w.again when 0 then 'SUCCESS' else 'FAIL' end,
  case w.again when 0 then '' else 'PAYEE_ACCOUNT_ABNORMAL' end,
  case w.again when 0 then w.at + interval '1 hour' end, w.at + interval '1 hour'
from testing.withdrawal w cross join testing.scale s
join merchant_wechat c on c.merchant_id = s.merchant_id
join merchant_policy p on p.merchant_id = s.merchant_id and p.version = 1;

insert into ledger_transfer (merchant_id, id, event_key, debit_account_id, credit_account_id, amount_fen, phase,
  hold_id, code, reference_kind, reference_id, event_at, created_at)
select s.merchant_id, testing.id(57, w.w), 'payout:' || testing.id(56, w.w) || ':hold', w.account_id, w.clearing_id,
  w.gross_fen, 'hold'::transfer_phase, null::uuid, 'payout_held', 'payout', testing.id(56, w.w), w.at, w.at
from testing.withdrawal w cross join testing.scale s
union all
select s.merchant_id, testing.id(58, w.w),
  'payout:' || testing.id(56, w.w) || case w.again when 0 then ':post' else ':void' end, w.account_id, w.clearing_id,
  w.gross_fen, (case w.again when 0 then 'post' else 'void' end)::transfer_phase, testing.id(57, w.w),
  case w.again when 0 then 'payout_paid' else 'payout_voided' end, 'payout', testing.id(56, w.w),
  w.at + interval '1 hour', w.at + interval '1 hour'
from testing.withdrawal w cross join testing.scale s;

update ledger_account a set balance_fen = e.balance
from (
  select merchant_id, account_id, sum(balance) as balance from (
    select merchant_id, credit_account_id as account_id, amount_fen as balance from ledger_transfer
      where phase in ('single', 'post')
    union all
    select merchant_id, debit_account_id, -amount_fen from ledger_transfer where phase in ('single', 'post')
  ) entry group by merchant_id, account_id
) e
where e.merchant_id = a.merchant_id and e.account_id = a.id;
