import type { ShareChannelFigures, Window } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/**
 * What each channel brought in the window: links that were opened, openings by others, persons, and
 * paid orders whose deciding click came through it.
 */
export async function listShareChannels(
  tx: MerchantTx,
  { merchantId, from, to }: Window,
): Promise<ShareChannelFigures[]> {
  return tx.$queryRaw<ShareChannelFigures[]>`${plannedAnew}
    with opened as (
      select l.channel, count(distinct l.id)::int as links, count(*)::int as visits,
        count(distinct coalesce(v.customer_id, v.id))::int as visitors
      from share_click k
      join share_link l on l.merchant_id = k.merchant_id and l.id = k.link_id
      join visitor v on v.merchant_id = k.merchant_id and v.id = k.visitor_id
      where k.merchant_id = ${merchantId}::uuid and k.clicked_at >= ${from} and k.clicked_at < ${to}
        and v.customer_id is distinct from l.sharer_customer_id
      group by l.channel
    ), sold as (
      select l.channel, count(*)::int as orders, sum(o.goods_fen - o.discount_fen)::bigint as fen
      from orders o
      join share_click k on k.merchant_id = o.merchant_id and k.id = o.click_id
      join share_link l on l.merchant_id = k.merchant_id and l.id = k.link_id
      where o.merchant_id = ${merchantId}::uuid and o.paid_at >= ${from} and o.paid_at < ${to}
      group by l.channel
    )
    select c.channel::text as channel, coalesce(p.links, 0) as links, coalesce(p.visits, 0) as visits,
      coalesce(p.visitors, 0) as visitors, coalesce(s.orders, 0) as orders,
      coalesce(s.fen, 0)::bigint as "salesFen"
    from unnest(enum_range(null::share_channel)) as c(channel)
    left join opened p using (channel) left join sold s using (channel) order by c.channel`;
}
