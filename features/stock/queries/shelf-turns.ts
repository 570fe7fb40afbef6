import { closingOf } from "@/features/stock/queries/closing-of";
import { Prisma } from "@/prisma/generated/client";

/**
 * Common table expressions that end in `off_shelf`: per window `n` and SKU that went on sale or off it since
 * the window's first day, on how many days of it the SKU closed with nothing and was not on sale. A day goes
 * by how its evening stood: what it is now, turned once for each day after it on which it was turned. They
 * stand after `carried` and `asked` of sku-windows.ts and all of stock-states.ts, whose days without stock they
 * look up again where a SKU was turned inside of a window.
 * @param openDay the day from which on no stock_day is written
 */
export function shelfTurns(merchantId: string, openDay: string): Prisma.Sql {
  return Prisma.sql`
    turn as materialized (
      select s.sku_id, (s.changed_at at time zone 'Asia/Shanghai')::date as day from shelf_change s
      where s.merchant_id = ${merchantId}::uuid
      group by 1, 2 having count(*) % 2 = 1),
    turned as materialized (
      select w.n, w.from_day, w.to_day, k.sku_id, k.is_on_sale from asked w join carried k
        on exists (select from turn t where t.sku_id = k.sku_id and t.day > w.from_day)),
    inner_turn as (
      select t.sku_id, t.day as at, coalesce(case when t.day > ${openDay}::date
        then (
          select coalesce(b.empty_days + case when b.units = 0 then coalesce(k.first_day, t.day) - ${openDay}::date else 0 end, 0)
            + coalesce(k.empty_days, 0)
          from (
            select min(f.day) as first_day,
              sum(case when f.units = 0 then least(t.day, f.next_day) - f.day else 0 end) as empty_days
            from live f where f.sku_id = t.sku_id and f.day < t.day) k
          left join last b on b.sku_id = t.sku_id)
        else (
          select k.empty_days + case when ${closingOf("k", "units")} = 0 then t.day - k.day else 0 end
          from stock_day k
          where k.merchant_id = ${merchantId}::uuid and k.sku_id = t.sku_id and k.day < t.day
          order by k.day desc limit 1) end, 0) as empty_days
      from turn t
      where exists (select from turned d where d.sku_id = t.sku_id and t.day > d.from_day and t.day < d.to_day)),
    stretch as (
      select d.n, d.sku_id, x.at, x.empty_days, d.is_on_sale,
        lead(x.empty_days) over (partition by d.n, d.sku_id order by x.at) as until_days
      from turned d
      cross join lateral (
        select d.from_day as at, coalesce((select s.empty_days from state s
          where s.at = d.from_day and s.sku_id = d.sku_id), 0) as empty_days
        union all
        select i.at, i.empty_days from inner_turn i
        where i.sku_id = d.sku_id and i.at > d.from_day and i.at < d.to_day
        union all
        select s.at, s.empty_days from state s where s.at = d.to_day and s.sku_id = d.sku_id) x),
    off_shelf as (
      select n, sku_id, coalesce(sum(until_days - empty_days) filter (where
          is_on_sale = ((select count(*) from turn t where t.sku_id = s.sku_id and t.day > s.at) % 2 = 1)), 0) as days
      from stretch s group by n, sku_id)`;
}
