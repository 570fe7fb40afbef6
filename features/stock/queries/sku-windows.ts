import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import { eachAmount } from "@/features/stock/queries/each-amount";
import type { OpenDay } from "@/features/stock/queries/find-open-day";
import { isOfPart } from "@/features/stock/queries/is-of-part";
import { shelfTurns } from "@/features/stock/queries/shelf-turns";
import { stockStates } from "@/features/stock/queries/stock-states";
import type { StockPart } from "@/features/stock/schema";
import { Prisma } from "@/prisma/generated/client";

/** Where nothing was rolled up yet all movements are added up. */
const beforeAll: OpenDay = { day: "2000-01-01", countedUntil: shanghaiDayRange("2000-01-01").from };

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
  open: OpenDay | null;
}): Prisma.Sql {
  const { merchantId, part, windows } = span;
  const open = span.open ?? beforeAll;
  const days = [...new Set(windows.flatMap(({ from, to }) => [from, to]))].sort();
  return Prisma.sql`
    carried as materialized (
      select s.sku_id, k.is_active and p.status = 'active' as is_on_sale from stock s
      join sku k on k.merchant_id = s.merchant_id and k.id = s.sku_id
      join product p on p.merchant_id = k.merchant_id and p.id = k.product_id
      where s.merchant_id = ${merchantId}::uuid and ${isOfPart(part)}),
    ${stockStates({ merchantId, days, open })},
    asked as (
      select n::int as n, f as from_day, t as to_day
      from unnest(${windows.map((window) => window.from)}::date[],
        ${windows.map(({ to }) => to)}::date[]) with ordinality w (f, t, n)),
    ${shelfTurns(merchantId, open.day)},
    sku_window as (
      select w.n, b.sku_id, b.first_day, b.last_received_day, b.last_sold_day,
        ${eachAmount((column) => `b.${column} - coalesce(a.${column}, 0) as ${column}`)},
        coalesce(a.units, 0) as opening_units, coalesce(a.fen, 0) as opening_fen,
        b.units as closing_units, b.fen as closing_fen,
        b.value_days_fen - coalesce(a.value_days_fen, 0) as value_days_fen,
        w.to_day - greatest(w.from_day, b.first_day) - off.days as carried_days,
        b.empty_days - coalesce(a.empty_days, 0) - off.days as empty_days, w.to_day
      from asked w join state b on b.at = w.to_day join carried k on k.sku_id = b.sku_id
      left join state a on a.at = w.from_day and a.sku_id = b.sku_id
      left join off_shelf o on o.n = w.n and o.sku_id = b.sku_id
      -- Who was never turned since is on sale all the time, or never.
      cross join lateral (select coalesce(o.days, case when k.is_on_sale then 0
        else b.empty_days - coalesce(a.empty_days, 0) end)::int as days) off)`;
}
