import { movementsThatMatch } from "@/features/stock/queries/movements-that-match";
import type { MovementFilter, MovementView } from "@/features/stock/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";

const pageSize = 30;

/**
 * The movements of the stock that match, newest first: what every figure of the purchase-sales-stock
 * report is made of.
 */
export async function listMovements(
  tx: MerchantTx,
  merchantId: string,
  filter: MovementFilter,
): Promise<{ movements: MovementView[]; nextCursor: string | null }> {
  const after = readCursor(filter.cursor);
  const rows = await tx.$queryRaw<MovementView[]>`
    with page as (
      select * from stock_movement m
      where ${movementsThatMatch(merchantId, filter)}
        and (${after?.createdAt ?? null}::timestamptz is null
          or (m.created_at, m.id) < (${after?.createdAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by m.created_at desc, m.id desc limit ${pageSize + 1})
    select m.id as "movementId", m.created_at as at, m.sku_id as "skuId", k.code,
      concat_ws(' ', p.title, nullif(k.option_name, '')) as title, m.reason, m.delta,
      m.value_fen as "valueFen", m.note, coalesce(s.name, '') as "staffName",
      coalesce(o.order_no, back.order_no) as "orderNo", g.purchase_order_id as "purchaseOrderId",
      u.purchase_no as "purchaseNo"
    from page m
    join sku k on k.merchant_id = m.merchant_id and k.id = m.sku_id
    join product p on p.merchant_id = k.merchant_id and p.id = k.product_id
    left join staff s on s.merchant_id = m.merchant_id and s.id = m.created_by
    left join orders o on m.reason = 'sold' and o.merchant_id = m.merchant_id and o.id = m.reference_id
    left join refund r on m.reason = 'refunded' and r.merchant_id = m.merchant_id and r.id = m.reference_id
    left join orders back on back.merchant_id = r.merchant_id and back.id = r.order_id
    left join goods_receipt g on m.reason = 'received' and g.merchant_id = m.merchant_id
      and g.id = m.reference_id
    left join purchase_order u on u.merchant_id = g.merchant_id and u.id = g.purchase_order_id
    order by m.created_at desc, m.id desc`;
  const movements = rows.slice(0, pageSize);
  const last = movements.at(-1);
  const hasMore = rows.length > pageSize && last;
  const nextCursor = hasMore ? writeCursor({ createdAt: last.at, id: last.movementId }) : null;
  return { movements, nextCursor };
}
