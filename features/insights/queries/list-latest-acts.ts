import type { LatestAct } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * The latest paid orders and openings of share links by somebody else, the newest first. Amounts in fen
 * as text, because they travel as JSON.
 */
export async function listLatestActs(
  tx: MerchantTx,
  { merchantId, limit }: { merchantId: string; limit: number },
): Promise<LatestAct[]> {
  return tx.$queryRaw<LatestAct[]>`
    select kind, id::text as id, to_char(at at time zone 'Asia/Shanghai', 'HH24:MI') as at,
      order_no as "orderNo", fen::text as fen, place, channel, title
    from (
      (select 'order' as kind, o.id, o.paid_at as at, o.order_no, o.goods_fen - o.discount_fen as fen,
        o.province as place, coalesce(k.channel::text, 'direct') as channel, '' as title
      from orders o
      left join share_click c on c.merchant_id = o.merchant_id and c.id = o.click_id
      left join share_link k on k.merchant_id = c.merchant_id and k.id = c.link_id
      where o.merchant_id = ${merchantId}::uuid and o.paid_at is not null
      order by o.paid_at desc limit ${limit})
      union all
      (select 'visit', c.id, c.clicked_at, null, null, '', k.channel::text, coalesce(p.title, '')
      from share_click c
      join share_link k on k.merchant_id = c.merchant_id and k.id = c.link_id
      join visitor v on v.merchant_id = c.merchant_id and v.id = c.visitor_id
      left join product p on k.target_kind = 'product' and p.merchant_id = k.merchant_id and p.id = k.target_id
      where c.merchant_id = ${merchantId}::uuid and v.customer_id is distinct from k.sharer_customer_id
      order by c.clicked_at desc limit ${limit})
    ) acts order by acts.at desc, id desc limit ${limit}`;
}
