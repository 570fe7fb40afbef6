import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { Difference } from "@/features/reconciliation/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Question = { merchantId: string; mchId: string; day: string };

/**
 * Where the fund flow bill of a day and our payouts by WeChat disagree, both ways and to the fen. Money
 * leaves when WeChat takes a transfer and comes back when it is not confirmed, perhaps days later:
 * a number counts with what all stored bills say of it, and a transfer under way is no difference. What
 * ended unpaid has come back in the bill of the day on which it ended, which is read the day after. What two people
 * said was paid under a former number (decision 0042) left by bank in our books: found in a bill, it is a case.
 */
export async function findTransferDifferences(
  tx: MerchantTx,
  question: Question,
): Promise<Difference[]> {
  return [...(await missingHere(tx, question)), ...(await missingThere(tx, question))];
}

function missingHere(tx: MerchantTx, { merchantId, mchId, day }: Question): Promise<Difference[]> {
  return tx.$queryRaw<Difference[]>`
    with theirs as (
      select l.reference,
        coalesce(sum(l.amount_fen) filter (where l.line_kind = 'transfer'), 0)::bigint as left_fen,
        coalesce(sum(l.amount_fen) filter (where l.line_kind = 'transfer_return'), 0)::bigint as back_fen
      from wechat_bill_line l
      where l.merchant_id = ${merchantId}::uuid and l.kind = 'fund_flow'
        and l.line_kind in ('transfer', 'transfer_return') and l.reference in (
          select reference from wechat_bill_line
          where merchant_id = ${merchantId}::uuid and kind = 'fund_flow' and day = ${day}::date
            and line_kind in ('transfer', 'transfer_return'))
      group by l.reference),
    judged as (
      select t.*, p.net_fen, p.state::text as state,
        case when p.id is null then 'missing_here'
          when t.left_fen <> p.net_fen then 'amount_differs'
          when p.state = 'paid' and (t.back_fen <> 0 or p.confirmed_by is not null) then 'state_differs'
          when p.state in ('failed', 'expired', 'cancelled') and t.back_fen <> t.left_fen
            and (t.back_fen <> 0 or exists (
              select from wechat_bill b where b.merchant_id = p.merchant_id and b.kind = 'fund_flow'
                and b.mch_id = p.mch_id and b.sha256 <> ''
                and b.day = (p.ended_at at time zone 'Asia/Shanghai')::date))
            then 'state_differs'
          when p.state in ('awaiting_approval', 'approved', 'refused') then 'state_differs'
        end as kind
      from theirs t left join payout p on p.merchant_id = ${merchantId}::uuid and p.mch_id = ${mchId}
        and p.payout_no = t.reference and p.channel = 'wechat')
    select kind, 'transfer' as "lineKind", reference, coalesce(state, '') as "ourState",
      net_fen as "oursFen", (left_fen - back_fen) as "theirsFen"
    from judged where kind is not null order by reference`;
}

function missingThere(tx: MerchantTx, { merchantId, mchId, day }: Question): Promise<Difference[]> {
  const { from, to } = shanghaiDayRange(day);
  return tx.$queryRaw<Difference[]>`
    select 'missing_there' as kind, 'transfer' as "lineKind", p.payout_no as reference,
      p.state::text as "ourState", p.net_fen as "oursFen", null::bigint as "theirsFen"
    from payout p
    where p.merchant_id = ${merchantId}::uuid and p.mch_id = ${mchId} and p.channel = 'wechat'
      and p.state = 'paid' and p.confirmed_by is null and p.paid_at >= ${from} and p.paid_at < ${to}
      and not exists (
        select from wechat_bill_line l where l.merchant_id = ${merchantId}::uuid
          and l.kind = 'fund_flow' and l.line_kind = 'transfer' and l.reference = p.payout_no)
    order by p.payout_no`;
}
