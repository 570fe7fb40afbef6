import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * The order is closed: what was promised to it is free again. One statement; a second call finds no
 * open hold and changes nothing.
 * @returns how many lines were released
 */
export async function releaseStock(
  tx: MerchantTx,
  order: { merchantId: string; orderId: string },
): Promise<number> {
  const { merchantId, orderId } = order;
  const [row] = await tx.$queryRaw<{ lines: number }[]>`
    with released as (
      update stock_hold set state = 'released'
      where merchant_id = ${merchantId}::uuid and order_id = ${orderId}::uuid and state = 'held'
      returning sku_id, quantity),
    need as (select sku_id, sum(quantity)::int as quantity from released group by sku_id),
    locked as materialized (
      select s.sku_id, n.quantity from stock s join need n on n.sku_id = s.sku_id
      where s.merchant_id = ${merchantId}::uuid
      order by s.sku_id for no key update of s),
    freed as (
      update stock s set reserved = s.reserved - l.quantity
      from locked l where s.merchant_id = ${merchantId}::uuid and s.sku_id = l.sku_id)
    select count(*)::int as lines from released`;
  return row?.lines ?? 0;
}
