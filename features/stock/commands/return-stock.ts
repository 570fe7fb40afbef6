import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Refunded goods go back on the shelf, as many as the refund's lines say, with one movement per line,
 * in one statement. They come back at the cost that was frozen when they were paid; all units of a
 * line together at exactly that, whatever the parts they come back in. The movement's key is the refund
 * and its line: a second call is refused by it. The order's row must be locked by who calls.
 */
export async function returnStock(
  tx: MerchantTx,
  refund: { merchantId: string; refundId: string; now: Date },
): Promise<void> {
  const { merchantId, refundId, now } = refund;
  await tx.$executeRaw`
    with returned as (
      select rl.line_no, l.sku_id, rl.restock_quantity as quantity,
        value_of_units(l.goods_cost_fen, earlier.units + rl.restock_quantity, l.quantity)
          - value_of_units(l.goods_cost_fen, earlier.units, l.quantity) as cost_fen
      from refund_line rl
      join order_line l
        on l.merchant_id = rl.merchant_id and l.order_id = rl.order_id and l.line_no = rl.line_no
      cross join lateral (
        select coalesce(sum(o.restock_quantity), 0) as units
        from refund r join refund_line o on o.merchant_id = r.merchant_id and o.refund_id = r.id
        where r.merchant_id = rl.merchant_id and r.order_id = rl.order_id and r.state = 'success'
          and r.id <> rl.refund_id and o.line_no = rl.line_no) earlier
      where rl.merchant_id = ${merchantId}::uuid and rl.refund_id = ${refundId}::uuid
        and rl.restock_quantity > 0),
    need as (
      select sku_id, sum(quantity)::int as quantity, sum(cost_fen)::bigint as cost_fen
      from returned group by sku_id),
    locked as materialized (
      select s.sku_id, n.quantity, n.cost_fen from stock s join need n on n.sku_id = s.sku_id
      where s.merchant_id = ${merchantId}::uuid
      order by s.sku_id for no key update of s),
    moved as (
      update stock s set on_hand = s.on_hand + l.quantity, value_fen = s.value_fen + l.cost_fen
      from locked l where s.merchant_id = ${merchantId}::uuid and s.sku_id = l.sku_id)
    insert into stock_movement
      (merchant_id, id, sku_id, delta, value_fen, reason, reference_id, reference_line, created_at)
    select ${merchantId}::uuid, gen_random_uuid(), sku_id, quantity, cost_fen, 'refunded',
      ${refundId}::uuid, line_no, ${now} from returned`;
}
