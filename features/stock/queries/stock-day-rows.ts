import { closingOf } from "@/features/stock/queries/closing-of";
import { dayFlows } from "@/features/stock/queries/day-flows";
import { eachAmount } from "@/features/stock/queries/each-amount";
import { Prisma } from "@/prisma/generated/client";

/**
 * A query for the rows that stock_day has or will have of the movements in [from, until), built upon the
 * last row that it has of each SKU before `fromDay`, the Shanghai day of `from`. A row per SKU and day
 * with movements: all amounts since the SKU's first day, and of the days before the row's the sum of
 * their closing values and how many closed with nothing.
 * @param span.skuIds null for all
 */
export function stockDayRows(span: {
  merchantId: string;
  fromDay: string;
  from: Date;
  until: Date;
  skuIds: readonly string[] | null;
}): Prisma.Sql {
  const { merchantId, fromDay, from, until, skuIds } = span;
  return Prisma.sql`
    with flow as materialized (${dayFlows({ merchantId, from, until, skuIds })}),
    step as (
      select false as is_new, b.sku_id, b.day, b.first_day, ${eachAmount((column) => `b.${column}`)},
        b.value_days_fen, b.empty_days, b.last_received_day, b.last_sold_day
      from (select distinct sku_id from flow) k
      cross join lateral (
        select * from stock_day d where d.merchant_id = ${merchantId}::uuid and d.sku_id = k.sku_id
          and d.day < ${fromDay}::date order by d.day desc limit 1) b
      union all
      select true, sku_id, day, day, ${eachAmount((column) => column)}, 0, 0,
        case when received_units > 0 then day end, case when sold_units > 0 then day end
      from flow),
    total as (
      select is_new, sku_id, day, min(first_day) over w as first_day,
        ${eachAmount((column) => `sum(${column}) over w as ${column}`)}, value_days_fen, empty_days,
        max(last_received_day) over w as last_received_day, max(last_sold_day) over w as last_sold_day
      from step window w as (partition by sku_id order by day)),
    gap as (
      select t.*, day - lag(day) over w as days, lag(${closingOf("t", "units")}) over w as units,
        lag(${closingOf("t", "fen")}) over w as fen
      from total t window w as (partition by sku_id order by day)),
    filled as (
      select is_new, sku_id, day, first_day, ${eachAmount((column) => column)},
        sum(value_days_fen + coalesce(fen * days, 0)) over w as value_days_fen,
        sum(empty_days + case when units = 0 then days else 0 end) over w as empty_days,
        last_received_day, last_sold_day
      from gap window w as (partition by sku_id order by day))
    select sku_id, day, first_day, ${eachAmount((column) => `${column}::bigint as ${column}`)},
      value_days_fen::bigint as value_days_fen, empty_days::int as empty_days, last_received_day,
      last_sold_day
    from filled where is_new`;
}
