import type { Corruptions } from "@/scripts/database/corruptions";

/** What can go wrong with withdrawals: their money, their tax, who decided, when they left. */
export const payoutCorruptions: Corruptions = {
  "34-payouts-hold-their-amount": [
    ["a withdrawal without a hold", "delete from ledger_transfer where code = 'payout_held'"],
    [
      "a hold of less than the amount",
      "update ledger_transfer set amount_fen = amount_fen - 1 where code = 'payout_held'",
    ],
    [
      "a hold of somebody else's money",
      `update ledger_transfer t set debit_account_id = other.id
       from ledger_account own join ledger_account other on other.merchant_id = own.merchant_id
         and other.kind = own.kind and other.id <> own.id
       where t.code = 'payout_held' and own.id = t.debit_account_id`,
    ],
    ["a withdrawal deleted, its transfers left", "delete from payout where state = 'paid'"],
  ],
  "35-paid-payouts-are-posted": [
    ["paid, and never posted", "delete from ledger_transfer where code = 'payout_paid'"],
    [
      "posted, and said to have failed",
      "update payout set state = 'failed', paid_at = null where state = 'paid'",
    ],
    [
      "withheld tax that was never booked",
      "delete from ledger_transfer where code = 'payout_tax_withheld'",
    ],
    [
      "one fen more of tax than withheld",
      "update ledger_transfer set amount_fen = amount_fen + 1 where code = 'payout_tax_withheld'",
    ],
    [
      "money that never left through the bank",
      "delete from ledger_transfer where code = 'payout_left_by_bank'",
    ],
  ],
  "36-ended-payouts-are-voided": [
    [
      "cancelled, and its amount never given back",
      "delete from ledger_transfer where code = 'payout_voided'",
    ],
    [
      "given back, and open again",
      "update payout set state = 'approved', ended_at = null where state = 'cancelled'",
    ],
    ["ended without a time", "update payout set ended_at = null where state = 'failed'"],
  ],
  "37-one-open-payout-per-distributor": [
    [
      "a second open one",
      "update payout set state = 'approved' where state in ('failed', 'cancelled')",
    ],
    [
      "less held than what is open",
      "update ledger_account set held_fen = held_fen - 1 where held_fen > 0",
    ],
  ],
  "38-none-sent-while-in-debt": [
    [
      "sent an hour after a debt",
      `insert into ledger_account (merchant_id, id, kind, distributor_id, shard, balance_fen, created_at)
       select merchant_id, gen_random_uuid(), 'commission_debt', distributor_id, 7, -5, now()
       from payout where sent_at is not null group by merchant_id, distributor_id;
       insert into ledger_transfer (merchant_id, id, event_key, debit_account_id, credit_account_id,
         amount_fen, phase, code, reference_kind, reference_id, event_at, created_at)
       select p.merchant_id, gen_random_uuid(), 'planted:' || p.id, debt.id, sales.id, 5, 'single',
         'commission_clawed_back_as_debt', 'payout', p.id, p.sent_at, p.sent_at - interval '1 hour'
       from payout p
       join ledger_account debt on debt.merchant_id = p.merchant_id
         and debt.distributor_id = p.distributor_id and debt.shard = 7
       join lateral (select id from ledger_account a where a.merchant_id = p.merchant_id
         and a.kind = 'merchant_sales' limit 1) sales on true
       where p.sent_at is not null`,
    ],
  ],
  "39-tax-equals-the-rule": [
    [
      "a fen of tax too little",
      "update payout set tax_fen = tax_fen - 1, net_fen = net_fen + 1 where tax_fen > 0",
    ],
    ["a net amount that is not what is left", "update payout set net_fen = net_fen + 1"],
    [
      "a rule changed afterwards",
      `update tax_rule set terms = jsonb_set(terms, '{exemptFen}', '"0"')`,
    ],
  ],
  "40-priors-equal-the-month": [
    [
      "an earlier withdrawal of the month left out",
      "update payout set tax_prior_gross_fen = 0 where tax_prior_gross_fen > 0",
    ],
    [
      "tax counted that nobody withheld",
      "update payout set tax_prior_tax_fen = tax_prior_tax_fen + 1",
    ],
    [
      "a person taken for two",
      "update payout set id_number_hash = id::text where tax_prior_gross_fen > 0",
    ],
  ],
  "41-above-the-limit-two-people": [
    ["decided by who proposed it", "update payout_run set decided_by = proposed_by"],
    [
      "approved without a run",
      "update payout set run_id = null where run_id is not null and approved_at is not null",
    ],
    [
      "sent before it was approved",
      "update payout set sent_at = approved_at - interval '1 second' where sent_at is not null",
    ],
    ["a run that was refused, and paid", "update payout_run set state = 'refused'"],
  ],
  "42-taxed-in-its-month-by-its-rule": [
    ["taxed in another month", "update payout set tax_month = '2020-01'"],
    [
      "taxed by a rule that did not hold yet",
      "update tax_rule set valid_from = '2030-01-01', valid_until = null",
    ],
    [
      "a later version of the rule passed over",
      `insert into tax_rule select merchant_id, version + 1, name, valid_from, valid_until, terms, source, created_at, created_by
       from tax_rule`,
    ],
  ],
  "43-paid-by-bank-by-two-people": [
    [
      "one person on both signatures",
      "update payout set confirmed_by = marked_by where marked_by is not null",
    ],
    [
      "paid by bank without a reference",
      "update payout set bank_reference = '' where channel = 'bank'",
    ],
    [
      "paid through WeChat, and WeChat never said so",
      "update payout set wechat_state = 'WAIT_USER_CONFIRM' where state = 'paid'",
    ],
    [
      "paid under a former number, and one person said so twice",
      `update payout p set wechat_state = '', marked_by = s.id, confirmed_by = s.id, bank_reference = transfer_bill_no
       from staff s where s.merchant_id = p.merchant_id and p.channel = 'wechat' and p.state = 'paid'`,
    ],
  ],
};
