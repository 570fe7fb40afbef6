import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * The order is paid: what was promised to it leaves the shelf, with one movement per line.
 * One statement; a second call finds no open hold and changes nothing.
 * @returns how many lines were taken
 */
export async function takeStock(
  tx: MerchantTx,
  order: { merchantId: string; orderId: string; now: Date },
): Promise<number> {
  const { merchantId, orderId, now } = order;
  const [row] = await tx.$queryRaw<{ lines: number }[]>`
    with taken as (
      update stock_hold set state = 'taken'
      where merchant_id = ${merchantId}::uuid and order_id = ${orderId}::uuid and state = 'held'
      returning line_no, sku_id, quantity),
    need as (select sku_id, sum(quantity)::int as quantity from taken group by sku_id),
    locked as materialized (
      select s.sku_id, n.quantity from stock s join need n on n.sku_id = s.sku_id
      where s.merchant_id = ${merchantId}::uuid
      order by s.sku_id for no key update of s),
    moved as (
      update stock s set on_hand = s.on_hand - l.quantity, reserved = s.reserved - l.quantity
      from locked l where s.merchant_id = ${merchantId}::uuid and s.sku_id = l.sku_id),
    movement as (
      insert into stock_movement
        (merchant_id, id, sku_id, delta, reason, reference_id, reference_line, created_at)
      select ${merchantId}::uuid, gen_random_uuid(), sku_id, -quantity, 'sold', ${orderId}::uuid,
        line_no, ${now} from taken)
    select count(*)::int as lines from taken`;
  return row?.lines ?? 0;
}
