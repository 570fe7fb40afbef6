import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { Difference } from "@/features/reconciliation/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Question = { merchantId: string; mchId: string; day: string };

/**
 * Where the trade bill of a day and our books disagree, both ways and to the fen (money.md 6.9).
 * A number that stands in several bills counts with its sum. Payments are ours on the day of WeChat's
 * success, refunds on the day on which we asked for them, which is when the bill lists them (of the last five
 * minutes of a day, on the day after). One that WeChat
 * lists and has not carried out (a bank takes days) says nothing about how it stands here.
 */
export async function findTradeDifferences(
  tx: MerchantTx,
  question: Question,
): Promise<Difference[]> {
  return [...(await missingHere(tx, question)), ...(await missingThere(tx, question))];
}

/** Every number of the bill: that we know it, with that amount, as done, with that fee. */
function missingHere(tx: MerchantTx, { merchantId, mchId, day }: Question): Promise<Difference[]> {
  return tx.$queryRaw<Difference[]>`
    with theirs as (
      select l.line_kind, l.reference, sum(l.amount_fen)::bigint as amount_fen,
        sum(l.fee_fen)::bigint as fee_fen, bool_or(l.is_done) as is_done
      from wechat_bill_line l
      where l.merchant_id = ${merchantId}::uuid and l.kind = 'trade'
        and (l.line_kind, l.reference) in (
          select line_kind, reference from wechat_bill_line
          where merchant_id = ${merchantId}::uuid and kind = 'trade' and day = ${day}::date
            and line_kind in ('payment', 'refund'))
      group by l.line_kind, l.reference),
    known as (
      select t.*, p.id, p.amount_fen as ours_fen, p.state::text as our_state,
        p.state in ('success', 'late') as is_done_here
      from theirs t left join payment p on p.merchant_id = ${merchantId}::uuid and p.mch_id = ${mchId}
        and p.out_trade_no = t.reference
      where t.line_kind = 'payment'
      union all
      select t.*, r.id, r.amount_fen, r.state::text, r.state = 'success' and not r.paid_elsewhere
      from theirs t left join refund r on r.merchant_id = ${merchantId}::uuid and r.mch_id = ${mchId}
        and r.out_refund_no = t.reference
      where t.line_kind = 'refund'),
    judged as (
      select k.*, coalesce(f.fee_fen, 0) as booked_fee_fen,
        case when k.id is null then 'missing_here'
          when k.ours_fen <> k.amount_fen then 'amount_differs'
          when k.is_done and not k.is_done_here then 'state_differs'
          when coalesce(f.fee_fen, 0) <> k.fee_fen then 'fee_differs' end as kind
      from known k left join lateral (
        select sum(case f.code when 'payment_fee_charged' then f.amount_fen else -f.amount_fen end)::bigint as fee_fen
        from ledger_transfer f where f.merchant_id = ${merchantId}::uuid
          and f.reference_kind = k.line_kind and f.reference_id = k.id
          and f.code in ('payment_fee_charged', 'payment_fee_returned')) f on true)
    select kind, line_kind as "lineKind", reference, coalesce(our_state, '') as "ourState",
      case kind when 'fee_differs' then booked_fee_fen else ours_fen end as "oursFen",
      case kind when 'fee_differs' then fee_fen else amount_fen end as "theirsFen"
    from judged where kind is not null
    order by line_kind, reference`;
}

/** What we sent shortly before midnight WeChat may have taken the day after: it is asked for with that day's bill. */
const onTheWayMs = 300_000;

/** Every payment and refund of ours on that day: that some bill has it. */
function missingThere(tx: MerchantTx, { merchantId, mchId, day }: Question): Promise<Difference[]> {
  const { from, to } = shanghaiDayRange(day);
  const sent = [from, to].map((moment) => new Date(moment.getTime() - onTheWayMs));
  return tx.$queryRaw<Difference[]>`
    with ours as (
      select 'payment' as line_kind, out_trade_no as reference, amount_fen, state::text as state
      from payment where merchant_id = ${merchantId}::uuid and mch_id = ${mchId}
        and state in ('success', 'late') and succeeded_at >= ${from} and succeeded_at < ${to}
      union all
      select 'refund', out_refund_no, amount_fen, state::text
      from refund where merchant_id = ${merchantId}::uuid and mch_id = ${mchId} and state = 'success'
        and not paid_elsewhere and coalesce(sent_at, created_at) >= ${sent[0]}
        and coalesce(sent_at, created_at) < ${sent[1]})
    select 'missing_there' as kind, o.line_kind as "lineKind", o.reference, o.state as "ourState",
      o.amount_fen as "oursFen", null::bigint as "theirsFen"
    from ours o
    where not exists (
      select from wechat_bill_line l where l.merchant_id = ${merchantId}::uuid and l.kind = 'trade'
        and l.line_kind = o.line_kind and l.reference = o.reference)
    order by o.line_kind, o.reference`;
}
