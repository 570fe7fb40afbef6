import { inDays } from "@/e2e/pages/plain-facts";
import { count, type PlainQuestions, percent, yuan } from "@/e2e/pages/plain-forms";

/** Ends that are the shop's to answer for: what it refused or took back, and what failed for its account. */
const byTheShop = `(state = 'refused' or state = 'cancelled' and fail_reason in ('', 'cancelled_by_merchant')
  or channel = 'wechat' and fail_reason in ('MCH_CANCEL', 'MERCHANT_REJECT', 'MERCHANT_NOT_CONFIRM', 'merchant_account',
    'former_number', 'former_number_unpaid', 'merchant_balance', 'no_answer', 'PAYER_ACCOUNT_ABNORMAL', 'PRODUCT_AUTH_CHECK_FAIL', 'TRANSFER_SCENE_UNAVAILABLE',
    'TRANSFER_SCENE_INVALID', 'TRANSFER_REMARK_SET_FAIL'))`;
const isOver = "state in ('failed', 'expired', 'cancelled', 'refused')";
/** By the due date: ended, or before the payee to be confirmed, for 24 hours from then. */
const inTime = `(ended_at <= due_at
  or package_info <> '' and confirm_until - interval '24 hours' <= due_at)`;

/** Withdrawals whose due date is over and that were the shop's to pay. */
const due = `(select * from (
  select (due_at at time zone 'Asia/Shanghai')::date as day, paid_at <= due_at as is_in_time,
    greatest(1, ceil(extract(epoch from paid_at - requested_at) / 60)) as minutes
  from payout where merchant_id = $1 and due_at < now()
    and not (${isOver} and not ${byTheShop} and coalesce(${inTime}, false))) p where ${inDays})`;
const open = `from payout where merchant_id = $1
  and state not in ('paid', 'failed', 'expired', 'cancelled', 'refused')`;
const hours = (part: number) => `(select trim_scale(round(
  percentile_disc(${part}) within group (order by minutes)::numeric * 10 / 60) / 10)::text from ${due} d
  where minutes is not null)`;
const owed = `(select coalesce(sum(t.fen), 0) from (
  select case when t.credit_account_id = a.id then t.amount_fen else -t.amount_fen end as fen
  from ledger_account a join ledger_transfer t on t.merchant_id = a.merchant_id
    and a.id in (t.credit_account_id, t.debit_account_id)
  where a.merchant_id = $1 and a.kind = 'commission_available' and t.phase in ('single', 'post')) t)`;
const balance = `(select (totals->>'closingFen')::numeric from wechat_bill
  where merchant_id = $1 and kind = 'fund_flow' and state <> 'failed' and totals->>'closingFen' is not null
  order by day desc limit 1)`;

/** Board 13: what is owed, and whether it is paid when it was promised. */
export const plainPayouts: PlainQuestions = {
  payoutsOwed: yuan(owed),
  payoutsOverdue: yuan(`select coalesce(sum(gross_fen), 0) ${open}
    and (due_at at time zone 'Asia/Shanghai')::date < (now() at time zone 'Asia/Shanghai')::date`),
  payoutCoverage: percent(balance, owed),
  payoutsDue: count(`select count(*) from ${due} d`),
  payoutOnTimeRate: `(select trim_scale(floor(count(*) filter (where is_in_time) * 10000.0
    / nullif(count(*), 0)) / 100)::text from ${due} d)`,
  payoutWaitMedian: hours(0.5),
  payoutWaitP90: hours(0.9),
};
