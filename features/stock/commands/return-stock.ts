import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Refunded goods go back on the shelf, as many as the refund's lines say, with one movement per line,
 * in one statement. The movement's key is the refund and its line: a second call is refused by it.
 */
export async function returnStock(
  tx: MerchantTx,
  refund: { merchantId: string; refundId: string; now: Date },
): Promise<void> {
  const { merchantId, refundId, now } = refund;
  await tx.$executeRaw`
    with returned as (
      select rl.line_no, l.sku_id, rl.restock_quantity as quantity
      from refund_line rl
      join order_line l
        on l.merchant_id = rl.merchant_id and l.order_id = rl.order_id and l.line_no = rl.line_no
      where rl.merchant_id = ${merchantId}::uuid and rl.refund_id = ${refundId}::uuid
        and rl.restock_quantity > 0),
    need as (select sku_id, sum(quantity)::int as quantity from returned group by sku_id),
    locked as materialized (
      select s.sku_id, n.quantity from stock s join need n on n.sku_id = s.sku_id
      where s.merchant_id = ${merchantId}::uuid
      order by s.sku_id for no key update of s),
    moved as (
      update stock s set on_hand = s.on_hand + l.quantity
      from locked l where s.merchant_id = ${merchantId}::uuid and s.sku_id = l.sku_id)
    insert into stock_movement
      (merchant_id, id, sku_id, delta, reason, reference_id, reference_line, created_at)
    select ${merchantId}::uuid, gen_random_uuid(), sku_id, quantity, 'refunded', ${refundId}::uuid,
      line_no, ${now} from returned`;
}
