import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { MONTH_DAYS } from "@/domain/stock/reorder";
import type { OpenDay } from "@/features/stock/queries/find-open-day";
import { keptStock } from "@/features/stock/queries/kept-stock";
import { Prisma } from "@/prisma/generated/client";

/**
 * Common table expressions that end in `sold`: what each SKU sold net of returns in the thirty days before
 * today, and its first day (null where only movements know it). The roll-up's last moment of today knows it;
 * where it has not come so far, the SKUs of the table `carried` are added up.
 * @param span.open how far the roll-up came, if it ever ran
 */
export function monthSales(span: {
  merchantId: string;
  today: string;
  open: OpenDay | null;
}): Prisma.Sql {
  const { merchantId, today, open } = span;
  if (open?.day === today) {
    return Prisma.sql`
      sold as (select sku_id, month_units as units, first_day from stock_day_open
        where merchant_id = ${merchantId}::uuid and counted_until = ${open.countedUntil})`;
  }
  const fromDay = addDays(today, -MONTH_DAYS);
  // What stands in no stock_day yet, and is not older than the days asked.
  const [, sinceDay = fromDay] = [fromDay, open?.day ?? fromDay].sort();
  const since = shanghaiDayRange(sinceDay).from;
  const until = shanghaiDayRange(today).from;
  const columns = Prisma.sql`sold_units - returned_units as units, first_day`;
  return Prisma.sql`
    ${keptStock(merchantId, [fromDay, today], columns)},
    sold as (
      select sku_id, sum(units) as units, min(first_day) as first_day from (
        select sku_id, case when at = ${today}::date then units else -units end as units, first_day
        from kept
        union all
        select sku_id, -delta, null from stock_movement
        where merchant_id = ${merchantId}::uuid and created_at >= ${since} and created_at < ${until}
          and reason in ('sold', 'refunded')) u
      group by sku_id)`;
}
