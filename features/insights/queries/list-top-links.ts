import type { TopLink, Window } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** The links with most openings by others in the window, with the paid orders that a click on them decided. */
export async function listTopLinks(
  tx: MerchantTx,
  { merchantId, from, to, limit }: Window & { limit: number },
): Promise<TopLink[]> {
  return tx.$queryRaw<TopLink[]>`
    with opened as (
      select l.id, count(*)::int as visits,
        count(distinct coalesce(v.customer_id, v.id))::int as visitors
      from share_click k
      join share_link l on l.merchant_id = k.merchant_id and l.id = k.link_id
      join visitor v on v.merchant_id = k.merchant_id and v.id = k.visitor_id
      where k.merchant_id = ${merchantId}::uuid and k.clicked_at >= ${from} and k.clicked_at < ${to}
        and v.customer_id is distinct from l.sharer_customer_id
      group by l.id order by visits desc limit ${limit}
    )
    select l.id as "linkId", l.code, l.target_kind::text as "targetKind", l.channel::text as channel,
      coalesce(p.title, g.name, s.title, '') as "targetTitle",
      coalesce(d.display_name, nullif(c.nickname, ''), '') as "sharerName", o.visits, o.visitors,
      (select count(*)::int from share_click k
        join orders r on r.merchant_id = k.merchant_id and r.click_id = k.id
          and r.paid_at >= ${from} and r.paid_at < ${to}
        where k.merchant_id = ${merchantId}::uuid and k.link_id = l.id) as orders
    from opened o
    join share_link l on l.merchant_id = ${merchantId}::uuid and l.id = o.id
    join customer c on c.merchant_id = l.merchant_id and c.id = l.sharer_customer_id
    left join distributor d on d.merchant_id = c.merchant_id and d.customer_id = c.id
    left join product p on l.target_kind = 'product' and p.merchant_id = l.merchant_id and p.id = l.target_id
    left join category g on l.target_kind = 'category' and g.merchant_id = l.merchant_id and g.id = l.target_id
    left join scene s on l.target_kind = 'scene' and s.merchant_id = l.merchant_id and s.id = l.target_id
    order by o.visits desc, l.id`;
}
