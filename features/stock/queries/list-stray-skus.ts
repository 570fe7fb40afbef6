import { closingOf } from "@/features/stock/queries/closing-of";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** SKUs whose last stock_day and the movements since do not add up to what lies on the shelf. */
export async function listStraySkus(tx: MerchantTx, merchantId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ skuId: string }[]>`
    with rolled as (select max(day) + 1 as day from stock_day where merchant_id = ${merchantId}::uuid),
    since as (
      select m.sku_id, sum(m.delta) as units, sum(m.value_fen) as fen
      from rolled r join stock_movement m on m.merchant_id = ${merchantId}::uuid
        and m.created_at >= r.day::timestamp at time zone 'Asia/Shanghai'
      group by m.sku_id)
    select s.sku_id as "skuId" from stock s
    join rolled r on r.day is not null
    left join since n on n.sku_id = s.sku_id
    left join lateral (
      select ${closingOf("d", "units")} as units, ${closingOf("d", "fen")} as fen
      from stock_day d where d.merchant_id = ${merchantId}::uuid and d.sku_id = s.sku_id
      order by d.day desc limit 1) d on true
    where s.merchant_id = ${merchantId}::uuid
      and (coalesce(d.units, 0) + coalesce(n.units, 0) <> s.on_hand
        or coalesce(d.fen, 0) + coalesce(n.fen, 0) <> s.value_fen)`;
  return rows.map(({ skuId }) => skuId);
}
