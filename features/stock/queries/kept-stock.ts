import { addDays } from "@/domain/metrics/calendar-day";
import { Prisma } from "@/prisma/generated/client";

/**
 * Common table expressions that end in `kept`: for each of the days (`at`) the last stock_day before it of
 * each SKU of the table `carried`. Those that moved on the very day before are read at once; only the
 * others are looked up one by one.
 * @param columns of stock_day, beside the SKU
 */
export function keptStock(
  merchantId: string,
  days: readonly string[],
  columns: Prisma.Sql,
): Prisma.Sql {
  const eves = days.map((day) => addDays(day, -1));
  return Prisma.sql`
    eve as materialized (
      select day + 1 as at, sku_id, ${columns} from stock_day
      where merchant_id = ${merchantId}::uuid and day = any(${eves}::date[])),
    kept as (
      select e.* from eve e join carried k on k.sku_id = e.sku_id
      union all
      select a.at, d.* from unnest(${[...days]}::date[]) a (at)
      cross join carried k
      cross join lateral (
        select sku_id, ${columns} from stock_day d
        where d.merchant_id = ${merchantId}::uuid and d.sku_id = k.sku_id and d.day < a.at
        order by d.day desc limit 1) d
      where not exists (select from eve e where e.at = a.at and e.sku_id = k.sku_id))`;
}
