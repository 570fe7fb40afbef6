import type { ShareDay, Window } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/**
 * What share links brought on each Shanghai day of the window: openings by others, persons behind
 * them, and the paid orders (by day of payment) that count for a distributor. Days without anything are there.
 */
export async function listSharesByDay(
  tx: MerchantTx,
  { merchantId, from, to }: Window,
): Promise<ShareDay[]> {
  return tx.$queryRaw<ShareDay[]>`${plannedAnew}
    with days as (
      select generate_series((${from}::timestamptz at time zone 'Asia/Shanghai')::date,
        ((${to}::timestamptz - interval '1 millisecond') at time zone 'Asia/Shanghai')::date,
        interval '1 day')::date as day
    ), opened as (
      select (k.clicked_at at time zone 'Asia/Shanghai')::date as day, count(*)::int as visits,
        count(distinct coalesce(v.customer_id, v.id))::int as visitors
      from share_click k
      join share_link l on l.merchant_id = k.merchant_id and l.id = k.link_id
      join visitor v on v.merchant_id = k.merchant_id and v.id = k.visitor_id
      where k.merchant_id = ${merchantId}::uuid and k.clicked_at >= ${from} and k.clicked_at < ${to}
        and v.customer_id is distinct from l.sharer_customer_id
      group by 1
    ), sold as (
      select (paid_at at time zone 'Asia/Shanghai')::date as day, count(*)::int as orders,
        sum(goods_fen - discount_fen)::bigint as fen
      from orders
      where merchant_id = ${merchantId}::uuid and paid_at >= ${from} and paid_at < ${to}
        and level1_distributor_id is not null
      group by 1
    )
    select to_char(d.day, 'YYYY-MM-DD') as day, coalesce(o.visits, 0) as visits,
      coalesce(o.visitors, 0) as visitors, coalesce(s.orders, 0) as orders,
      coalesce(s.fen, 0)::bigint as "salesFen"
    from days d left join opened o using (day) left join sold s using (day) order by d.day`;
}
