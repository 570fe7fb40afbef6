import type { StockFilter, StockView } from "@/features/stock/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const pageSize = 30;
/** As in the overview: fewer free units than this are low. */
const lowStock = 10;

/**
 * What lies in the warehouse, SKU by SKU in the order of their codes. The cursor is the last code of the
 * page before.
 */
export async function listStock(
  tx: MerchantTx,
  merchantId: string,
  filter: StockFilter,
): Promise<{ stock: StockView[]; nextCursor: string | null }> {
  const text = filter.text ? `%${filter.text.replace(/[\\%_]/g, "\\$&")}%` : null;
  const level = filter.level ?? null;
  const rows = await tx.$queryRaw<StockView[]>`
    select k.id as "skuId", p.id as "productId", k.code,
      concat_ws(' ', p.title, nullif(k.option_name, '')) as title,
      k.is_active and p.status = 'active' as "isOnSale", coalesce(s.on_hand, 0) as "onHand",
      coalesce(s.reserved, 0) as reserved, coalesce(s.value_fen, 0)::bigint as "valueFen",
      (select coalesce(sum(l.units - l.received_units), 0)::int from purchase_line l
        join purchase_order o on o.merchant_id = l.merchant_id and o.id = l.purchase_order_id
        where l.merchant_id = k.merchant_id and l.sku_id = k.id
          and o.state in ('ordered', 'partly_received')) as "onOrder"
    from sku k
    join product p on p.merchant_id = k.merchant_id and p.id = k.product_id
    left join stock s on s.merchant_id = k.merchant_id and s.sku_id = k.id
    where k.merchant_id = ${merchantId}::uuid
      and (${text}::text is null or k.code ilike ${text} or p.title ilike ${text} or k.option_name ilike ${text})
      and (${level}::text is distinct from 'empty' or coalesce(s.on_hand, 0) = 0)
      and (${level}::text is distinct from 'low' or coalesce(s.on_hand - s.reserved, 0) < ${lowStock})
      and (${filter.cursor ?? null}::text is null or k.code > ${filter.cursor ?? null})
    order by k.code limit ${pageSize + 1}`;
  const stock = rows.slice(0, pageSize);
  return { stock, nextCursor: rows.length > pageSize ? (stock.at(-1)?.code ?? null) : null };
}
