import type { Corruptions } from "@/scripts/database/corruptions";

/** What can go wrong with money: ledger, payments, orders, refunds, commissions. */
export const moneyCorruptions: Corruptions = {
  "01-balances-sum-to-zero": [
    [
      "a fen from nowhere",
      "update ledger_account set balance_fen = balance_fen + 1 where kind = 'merchant_sales'",
    ],
  ],
  "02-balance-equals-transfers": [
    [
      "money moved between two accounts without a transfer",
      `update ledger_account set balance_fen = balance_fen + case kind when 'merchant_sales' then 7 else -7 end
       where id in (select id from ledger_account where kind = 'merchant_sales' order by id limit 1)
          or id in (select id from ledger_account where kind = 'wechat_clearing' order by id limit 1)`,
    ],
    ["a transfer deleted", "delete from ledger_transfer where code = 'commission_settled'"],
    [
      "a held amount without a hold",
      "update ledger_account set held_fen = 5 where kind = 'commission_available'",
    ],
  ],
  "03-no-account-below-its-floor": [
    [
      "a distributor's account below zero",
      "update ledger_account set balance_fen = -5 where kind = 'commission_pending'",
    ],
    ["a distributor's account without a floor", "update ledger_account set floor_fen = null"],
  ],
  "04-holds-resolved-once": [
    [
      "a post of what was never held",
      `update ledger_transfer set phase = 'post', hold_id =
         (select id from ledger_transfer where code = 'order_paid' limit 1)
       where code = 'commission_settled'`,
    ],
    [
      "a hold posted twice",
      `with hold as (update ledger_transfer set phase = 'hold' where id = (
           select id from ledger_transfer where code = 'commission_settled' order by id limit 1)
         returning *)
       insert into ledger_transfer
       select merchant_id, gen_random_uuid(), event_key || n, debit_account_id, credit_account_id, amount_fen,
         'post', id, null, code, reference_kind, reference_id, event_at, created_at
       from hold, generate_series(1, 2) n`,
    ],
  ],
  "05-reversals-within-the-original": [
    [
      "more reversed than was booked",
      `insert into ledger_transfer
       select merchant_id, gen_random_uuid(), 'back:' || event_key, credit_account_id, debit_account_id,
         amount_fen + 1, 'single', null, id, 'commission_clawed_back', reference_kind, reference_id, event_at, created_at
       from ledger_transfer where code = 'commission_accrued' limit 1`,
    ],
    [
      "a reversal of nothing",
      "update ledger_transfer set reverses_id = gen_random_uuid() where code = 'commission_settled'",
    ],
  ],
  "06-paid-orders-have-one-payment": [
    ["a payment of another amount", "update payment set amount_fen = 1 where state = 'success'"],
    [
      "a success forgotten",
      "update payment set state = 'created', transaction_id = null where state = 'success'",
    ],
    [
      "an order paid by nobody",
      "update orders set state = 'paid', paid_fen = payable_fen, paid_at = now() where state = 'awaiting_payment'",
    ],
    [
      "an order paid and then forgotten",
      "update orders set state = 'awaiting_payment', paid_fen = 0, paid_at = null where state = 'paid'",
    ],
    [
      "an order paid twice",
      `insert into payment (merchant_id, id, order_id, app_id, mch_id, out_trade_no, amount_fen, state, transaction_id, created_at)
       select merchant_id, gen_random_uuid(), order_id, app_id, mch_id, out_trade_no || 'x', amount_fen, state, 'other', created_at
       from payment where state = 'success' limit 1`,
    ],
  ],
  "07-payments-posted-once": [
    ["a payment that was not booked", "delete from ledger_transfer where code = 'order_paid'"],
    [
      "a payment booked twice",
      `insert into ledger_transfer
       select merchant_id, gen_random_uuid(), event_key || ':again', debit_account_id, credit_account_id,
         amount_fen, phase, hold_id, reverses_id, code, reference_kind, reference_id, event_at, created_at
       from ledger_transfer where code = 'order_paid' limit 1`,
    ],
    [
      "a late payment booked as sales",
      "update ledger_transfer set code = 'order_paid' where code = 'late_payment_received'",
    ],
  ],
  "08-lines-sum-to-the-order": [
    ["a line's payable changed", "update order_line set payable_fen = payable_fen - 1"],
    [
      "an order's discount without a line",
      "update orders set discount_fen = 5, payable_fen = payable_fen - 5",
    ],
    [
      "an order without lines",
      "delete from order_line where order_id in (select id from orders where state = 'closed')",
    ],
  ],
  "09-refunds-match-the-order": [
    [
      "a refunded amount without a refund",
      "update orders set refunded_fen = 100 where state = 'received'",
    ],
    [
      "a refund that the order does not know",
      `insert into refund (merchant_id, id, order_id, payment_id, mch_id, out_refund_no, amount_fen, state, reason, created_at)
       select merchant_id, gen_random_uuid(), order_id, id, mch_id, 'R1', 100, 'success', '', now()
       from payment where state = 'success' limit 1`,
    ],
    [
      "a refunded order with money left",
      "update orders set state = 'refunded' where state = 'received'",
    ],
  ],
  "10-refunds-within-the-payment": [
    [
      "more under way than was paid",
      `insert into refund (merchant_id, id, order_id, payment_id, mch_id, out_refund_no, amount_fen, state, reason, created_at)
       select merchant_id, gen_random_uuid(), order_id, id, mch_id, 'R' || n, amount_fen, 'processing', '', now()
       from (select * from payment where state = 'success' limit 1) p, generate_series(1, 2) n`,
    ],
    [
      "51 refunds of one payment",
      `insert into refund (merchant_id, id, order_id, payment_id, mch_id, out_refund_no, amount_fen, state, reason, created_at)
       select merchant_id, gen_random_uuid(), order_id, id, mch_id, 'R' || n, 1, 'closed', '', now()
       from (select * from payment where state = 'success' limit 1) p, generate_series(1, 51) n`,
    ],
  ],
  "11-refunds-match-the-lines": [
    ["a line's refunded amount without a refund", "update order_line set refunded_fen = 1"],
    [
      "a refund whose lines do not sum to it",
      `insert into refund (merchant_id, id, order_id, payment_id, mch_id, out_refund_no, amount_fen, state, reason, created_at)
       select merchant_id, gen_random_uuid(), order_id, id, mch_id, 'R1', 100, 'processing', '', now()
       from payment where state = 'success' limit 1`,
    ],
  ],
  "12-refunds-posted-once": [
    [
      "a late refund that succeeded and was not booked",
      "update refund set state = 'success', succeeded_at = now() where state <> 'success'",
    ],
  ],
  "13-terms-follow-the-rules": [
    [
      "a promise at another rate",
      "update order_commission_term set rate_bps = 2000, commission_fen = base_fen / 5",
    ],
    ["a promise on another base", "update order_commission_term set base_fen = base_fen + 10000"],
    [
      "a promise to somebody else",
      "update order_commission_term set distributor_id = gen_random_uuid()",
    ],
    ["a promise above the cap", "update order_commission_term set cap_fen = cap_fen + 1"],
  ],
  "14-commissions-equal-their-terms": [
    ["a commission of a fen more", "update commission set commission_fen = commission_fen + 1"],
    [
      "a commission at another rate",
      "update commission set rate_bps = 2000, commission_fen = base_fen / 5",
    ],
    ["a commission under another version of the rule", "update commission set rule_version = 2"],
    ["a paid order without its commission", "delete from commission where level = 2"],
  ],
  "15-commissions-unique-and-two-levels": [
    [
      "the same commission twice",
      `insert into commission
       select merchant_id, gen_random_uuid(), order_id, line_no, level, distributor_id, rule_id, rule_version, quantity,
         base_fen, rate_bps, fixed_fen_per_unit, cap_fen, commission_fen, clawed_back_fen, state, held_reason, accrued_at,
         available_at, settled_at from commission limit 1`,
    ],
    [
      "a third level",
      `insert into commission
       select merchant_id, gen_random_uuid(), order_id, line_no, 3, gen_random_uuid(), rule_id, rule_version, quantity,
         base_fen, rate_bps, fixed_fen_per_unit, cap_fen, commission_fen, clawed_back_fen, state, held_reason, accrued_at,
         available_at, settled_at from commission limit 1`,
    ],
    [
      "one person on both levels",
      "update commission c set distributor_id = o.level1_distributor_id from orders o where o.id = c.order_id",
    ],
    ["more than the line together", "update commission set commission_fen = base_fen * 6 / 10"],
  ],
  "16-beneficiaries-equal-the-snapshot": [
    [
      "a beneficiary who is not on the order",
      "update commission set distributor_id = gen_random_uuid() where level = 1",
    ],
    [
      "a commission of the buyer",
      "update orders o set customer_id = d.customer_id from distributor d where d.id = o.level1_distributor_id",
    ],
    [
      "a commission on an unpaid order",
      "update orders set state = 'closed', closed_at = now(), paid_fen = 0, paid_at = null where paid_fen > 0",
    ],
  ],
  "17-commissions-booked-as-they-stand": [
    [
      "a reservation that was not booked",
      "delete from ledger_transfer where code = 'commission_accrued'",
    ],
    [
      "settled without a transfer",
      "update commission set state = 'settled', available_at = now(), settled_at = now() where state = 'pending'",
    ],
    ["taken back without a transfer", "update commission set clawed_back_fen = 1"],
    [
      "booked to somebody else",
      `update ledger_account set distributor_id = (select id from distributor d where d.id <> ledger_account.distributor_id limit 1)
       where kind = 'commission_pending'`,
    ],
  ],
  "18-clawed-back-equals-the-formula": [
    ["a refund that took nothing back", "update order_line set refunded_fen = payable_fen"],
    ["a fen too much taken back", "update commission set clawed_back_fen = clawed_back_fen + 1"],
  ],
  "19-nothing-available-before-its-time": [
    [
      "a hold period cut short",
      "update commission set available_at = available_at - interval '1 day'",
    ],
    [
      "available before receipt",
      "update commission set available_at = accrued_at where available_at is null",
    ],
    [
      "settled before its end",
      "update commission set settled_at = available_at - interval '1 millisecond' where state = 'settled'",
    ],
  ],
};
