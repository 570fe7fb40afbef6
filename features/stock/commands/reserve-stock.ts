import type { MerchantTx } from "@/lib/db/in-merchant";

export type LineToReserve = { lineNo: number; skuId: string; quantity: number };

export type ReserveStockResult =
  | { ok: true }
  | { ok: false; reason: "sold_out"; lines: { skuId: string; left: number }[] };

/**
 * Promises stock to an order until `expiresAt`: all lines or none, in one statement.
 * The rows are locked in the order of SKU ids, so that two carts never wait for each other in a
 * circle, and the guard stands in the UPDATE, so that the last unit is promised once. A hold that was
 * released is held again, for an order that is reopened. The order's lines must have been inserted.
 */
export async function reserveStock(
  tx: MerchantTx,
  order: {
    merchantId: string;
    orderId: string;
    lines: readonly LineToReserve[];
    expiresAt: Date;
  },
): Promise<ReserveStockResult> {
  const { merchantId, orderId, lines, expiresAt } = order;
  const short = await tx.$queryRaw<{ skuId: string; left: number }[]>`
    with wanted as (
      select * from json_to_recordset(${JSON.stringify(lines)}::json)
        as w("lineNo" int, "skuId" uuid, quantity int)),
    need as (select "skuId", sum(quantity)::int as quantity from wanted group by "skuId"),
    locked as materialized (
      select s.sku_id, s.on_hand - s.reserved as free, n.quantity
      from stock s join need n on n."skuId" = s.sku_id
      where s.merchant_id = ${merchantId}::uuid
      order by s.sku_id for no key update of s),
    short as materialized (
      select n."skuId", coalesce(l.free, 0) as free
      from need n left join locked l on l.sku_id = n."skuId"
      where coalesce(l.free, 0) < n.quantity),
    promised as (
      update stock s set reserved = s.reserved + l.quantity
      from locked l
      where s.merchant_id = ${merchantId}::uuid and s.sku_id = l.sku_id
        and s.on_hand - s.reserved >= l.quantity
        and not exists (select from short)),
    held as (
      insert into stock_hold as h (merchant_id, order_id, line_no, sku_id, quantity, expires_at)
      select ${merchantId}::uuid, ${orderId}::uuid, w."lineNo", w."skuId", w.quantity, ${expiresAt}
      from wanted w where not exists (select from short)
      on conflict (merchant_id, order_id, line_no)
      do update set state = 'held', expires_at = excluded.expires_at where h.state = 'released')
    select "skuId", free as left from short`;
  return short.length === 0 ? { ok: true } : { ok: false, reason: "sold_out", lines: short };
}
