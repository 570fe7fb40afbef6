import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * The order is paid: what was promised to it leaves the shelf at moving-average cost, with one movement
 * per line, and each line keeps what its goods cost. Lines of one SKU leave together and share to the
 * fen. One statement; a second call finds no open hold and changes nothing.
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
      select s.sku_id, n.quantity, value_of_units(s.value_fen, n.quantity, s.on_hand) as cost_fen
      from stock s join need n on n.sku_id = s.sku_id
      where s.merchant_id = ${merchantId}::uuid
      order by s.sku_id for no key update of s),
    moved as (
      update stock s set on_hand = s.on_hand - l.quantity, reserved = s.reserved - l.quantity,
        value_fen = s.value_fen - l.cost_fen
      from locked l where s.merchant_id = ${merchantId}::uuid and s.sku_id = l.sku_id),
    share as (
      select t.line_no, t.sku_id, t.quantity, l.quantity as units, l.cost_fen,
        sum(t.quantity) over (partition by t.sku_id order by t.line_no) as up_to
      from taken t join locked l on l.sku_id = t.sku_id),
    costed as (
      select line_no, sku_id, quantity, value_of_units(cost_fen, up_to, units)
        - value_of_units(cost_fen, up_to - quantity, units) as cost_fen
      from share),
    frozen as (
      update order_line l set goods_cost_fen = c.cost_fen,
        cost_fen = value_of_units(c.cost_fen, 1, c.quantity)
      from costed c where l.merchant_id = ${merchantId}::uuid and l.order_id = ${orderId}::uuid
        and l.line_no = c.line_no),
    movement as (
      insert into stock_movement
        (merchant_id, id, sku_id, delta, value_fen, reason, reference_id, reference_line, created_at)
      select ${merchantId}::uuid, gen_random_uuid(), sku_id, -quantity, -cost_fen, 'sold',
        ${orderId}::uuid, line_no, ${now} from costed)
    select count(*)::int as lines from taken`;
  return row?.lines ?? 0;
}
