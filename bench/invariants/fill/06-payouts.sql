-- Every seller who has 100 yuan withdrew them once, and every fifth one tried in vain before.
insert into payout_account (merchant_id, distributor_id, real_name_sealed, id_number_sealed, id_number_hash,
  id_number_tail, consent_version, created_at, changed_at)
select s.merchant_id, testing.id(2, pairs + n), '', '', 'bench' || n, '0000', '1', since, since
from testing.scale s, generate_series(0, pairs - 1) n;

create unlogged table testing.withdrawal as
select s.merchant_id, n, again, testing.id(48 + again, n) as payout_id, available.distributor_id,
  available.id as account_id, clearing.id as clearing_id, 10000::bigint as gross_fen,
  (s.until_at - interval '40 days' - again * interval '3 days')::timestamptz(3) as at
from testing.scale s
cross join generate_series(0, pairs - 1) n
cross join generate_series(0, 1) again
join testing.account available on available.kind = 'commission_available'
  and available.distributor_id = testing.id(2, pairs + n)
join testing.account clearing on clearing.kind = 'payout_clearing'
where (again = 0 or n % 5 = 0) and 10000 <= (
  select sum(amount_fen) from ledger_transfer t where t.credit_account_id = available.id
    and t.event_at < s.until_at - interval '50 days');

insert into payout (merchant_id, id, payout_no, distributor_id, channel, state, gross_fen, tax_fen, net_fen, tax_month,
  tax_rule_version, tax_prior_gross_fen, tax_prior_tax_fen, id_number_hash, policy_version, app_id, mch_id, open_id,
  job_title, remark, requested_at, due_at, approved_at, attempts, sent_at, transfer_bill_no, wechat_state, fail_reason,
  paid_at, ended_at)
select w.merchant_id, w.payout_id, 'PB' || lpad((w.n * 2 + w.again)::text, 10, '0'), w.distributor_id, 'wechat',
  (case w.again when 0 then 'paid' else 'failed' end)::payout_state, w.gross_fen, 0, w.gross_fen,
  to_char(w.at at time zone 'Asia/Shanghai', 'YYYY-MM'), 1, 0, 0, 'bench' || w.n, 1, c.app_id, c.mch_id,
  'payer', p.payout_job_title, p.payout_remark, w.at, w.at + interval '3 days', w.at, 1, w.at + interval '1 second',
  'bench' || (w.n * 2 + w.again), case w.again when 0 then 'SUCCESS' else 'FAIL' end,
  case w.again when 0 then '' else 'PAYEE_ACCOUNT_ABNORMAL' end,
  case w.again when 0 then w.at + interval '1 hour' end, w.at + interval '1 hour'
from testing.withdrawal w
join merchant_wechat c on c.merchant_id = w.merchant_id
join merchant_policy p on p.merchant_id = w.merchant_id and p.version = 1;

insert into ledger_transfer (merchant_id, id, event_key, debit_account_id, credit_account_id, amount_fen, phase,
  hold_id, code, reference_kind, reference_id, event_at, created_at)
select w.merchant_id, testing.id(50 + w.again, w.n), 'payout:' || w.payout_id || ':hold', w.account_id, w.clearing_id,
  w.gross_fen, 'hold', null::uuid, 'payout_held', 'payout', w.payout_id, w.at, w.at
from testing.withdrawal w
union all
select w.merchant_id, testing.id(52 + w.again, w.n),
  'payout:' || w.payout_id || case w.again when 0 then ':post' else ':void' end, w.account_id, w.clearing_id,
  w.gross_fen, (case w.again when 0 then 'post' else 'void' end)::transfer_phase, testing.id(50 + w.again, w.n),
  case w.again when 0 then 'payout_paid' else 'payout_voided' end, 'payout', w.payout_id,
  w.at + interval '1 hour', w.at + interval '1 hour'
from testing.withdrawal w;
