import { Prisma } from "@/prisma/generated/client";

/** Rows of kind, key, day and the figures of commissions. */
export function sumCommissions(merchantId: string): Prisma.Sql {
  return Prisma.sql`
    select k.kind, k.key, p.day,
      coalesce(sum(p.fen) filter (where p.level = 1), 0)::bigint as commission1_fen,
      coalesce(sum(p.fen) filter (where p.level = 2), 0)::bigint as commission2_fen,
      sum(p.back)::bigint as clawed_back_fen
    from promise p
    join orders o on o.merchant_id = ${merchantId}::uuid and o.id = p.order_id
    join order_line l on l.merchant_id = ${merchantId}::uuid and l.order_id = p.order_id and l.line_no = p.line_no
    left join share_click c on c.merchant_id = o.merchant_id and c.id = o.click_id
    left join share_link h on h.merchant_id = c.merchant_id and h.id = c.link_id
    cross join lateral (
      values ('all'::slice_kind, ''), ('channel', coalesce(h.channel::text, 'direct')),
        ('distributor', p.distributor_id::text), ('region', o.province), ('product', l.product_id::text)
      union all
      select 'category', d.category_id::text from product d
      where d.merchant_id = ${merchantId}::uuid and d.id = l.product_id
      union all
      select 'scene', n.scene_id::text from scene_product n
      where n.merchant_id = ${merchantId}::uuid and n.product_id = l.product_id) k (kind, key)
    group by k.kind, k.key, p.day`;
}
