import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import { closingOf } from "@/features/stock/queries/closing-of";
import { eachAmount } from "@/features/stock/queries/each-amount";
import { isOfPart } from "@/features/stock/queries/is-of-part";
import { shelfTurns } from "@/features/stock/queries/shelf-turns";
import { stockDayColumns } from "@/features/stock/queries/stock-day-columns";
import { stockDayRows } from "@/features/stock/queries/stock-day-rows";
import type { StockPart } from "@/features/stock/schema";
import { Prisma } from "@/prisma/generated/client";

/**
 * Common table expressions that end in `sku_window`: each SKU of the part in each window (`n`, from 1)
 * that it had been opened before the end of. Amounts of the window, and what it opened and closed with;
 * `value_days_fen`, its days' closing values added up; `carried_days` on which it was on sale or on
 * hand, and of them `empty_days` on which it closed with nothing. SKUs are carried as they stood on each
 * day: on sale, or with something there. What stands in no stock_day yet is added up on the fly, so that
 * the figures are of this moment.
 * @param span.rolledUntil the day from which on no stock_day is written
 */
export function skuWindows(span: {
  merchantId: string;
  part: StockPart;
  windows: readonly DayWindow[];
  rolledUntil: string | null;
}): Prisma.Sql {
  const { merchantId, part, windows } = span;
  const fromDay = span.rolledUntil ?? "2000-01-01";
  const days = [...new Set(windows.flatMap(({ from, to }) => [from, to]))].sort();
  const lastDay = days.at(-1) ?? fromDay;
  const from = shanghaiDayRange(fromDay).from;
  const until = lastDay > fromDay ? shanghaiDayRange(lastDay).from : from;
  return Prisma.sql`
    live as materialized (${stockDayRows({ merchantId, fromDay, from, until, skuIds: null })}),
    carried as materialized (
      select s.sku_id, k.is_active and p.status = 'active' as is_on_sale from stock s
      join sku k on k.merchant_id = s.merchant_id and k.id = s.sku_id
      join product p on p.merchant_id = k.merchant_id and p.id = k.product_id
      where s.merchant_id = ${merchantId}::uuid and ${isOfPart(part)}),
    moment as (select unnest(${days}::date[]) as at),
    -- Looked up SKU by SKU only where nothing moved on the very day before.
    latest as materialized (
      (select distinct on (a.at, l.sku_id) a.at, l.* from moment a join live l on l.day < a.at
        order by a.at, l.sku_id, l.day desc)
      union all
      select a.at, ${eachColumn("d")} from moment a
      join stock_day d on d.merchant_id = ${merchantId}::uuid and d.day = a.at - 1),
    known as (
      select a.at, k.is_on_sale, f.* from moment a cross join carried k
      left join latest n on n.at = a.at and n.sku_id = k.sku_id
      cross join lateral (
        select ${eachColumn("n")} where n.sku_id is not null
        union all
        (select ${stockDayColumns()} from stock_day d
          where n.sku_id is null and d.merchant_id = ${merchantId}::uuid and d.sku_id = k.sku_id
            and d.day < a.at order by d.day desc limit 1)) f),
    state as materialized (
      select at, is_on_sale, sku_id, first_day, ${eachAmount((column) => column)},
        ${closingOf("k", "units")} as units, ${closingOf("k", "fen")} as fen,
        value_days_fen + ${closingOf("k", "fen")} * (at - day) as value_days_fen,
        empty_days + case when ${closingOf("k", "units")} = 0 then at - day else 0 end as empty_days,
        last_received_day, last_sold_day
      from known k),
    asked as (
      select n::int as n, f as from_day, t as to_day
      from unnest(${windows.map((window) => window.from)}::date[],
        ${windows.map(({ to }) => to)}::date[]) with ordinality w (f, t, n)),
    ${shelfTurns(merchantId, fromDay)},
    sku_window as (
      select w.n, b.sku_id, b.first_day, b.last_received_day, b.last_sold_day,
        ${eachAmount((column) => `b.${column} - coalesce(a.${column}, 0) as ${column}`)},
        coalesce(a.units, 0) as opening_units, coalesce(a.fen, 0) as opening_fen,
        b.units as closing_units, b.fen as closing_fen,
        b.value_days_fen - coalesce(a.value_days_fen, 0) as value_days_fen,
        w.to_day - greatest(w.from_day, b.first_day) - off.days as carried_days,
        b.empty_days - coalesce(a.empty_days, 0) - off.days as empty_days, w.to_day
      from asked w join state b on b.at = w.to_day
      left join state a on a.at = w.from_day and a.sku_id = b.sku_id
      left join off_shelf o on o.n = w.n and o.sku_id = b.sku_id
      -- Who was never turned since is on sale all the time, or never.
      cross join lateral (select coalesce(o.days, case when b.is_on_sale then 0
        else b.empty_days - coalesce(a.empty_days, 0) end)::int as days) off)`;
}

function eachColumn(alias: string): Prisma.Sql {
  const named = ["sku_id", "day", "first_day"].map((column) => `${alias}.${column}`).join(", ");
  return Prisma.sql`${Prisma.raw(named)}, ${eachAmount((column) => `${alias}.${column}`)},
    ${Prisma.raw(`${alias}.value_days_fen, ${alias}.empty_days, ${alias}.last_received_day, ${alias}.last_sold_day`)}`;
}
