import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { closingOf } from "@/features/stock/queries/closing-of";
import { dayFlows } from "@/features/stock/queries/day-flows";
import { eachAmount } from "@/features/stock/queries/each-amount";
import type { OpenDay } from "@/features/stock/queries/find-open-day";
import { keptStock } from "@/features/stock/queries/kept-stock";
import { Prisma } from "@/prisma/generated/client";

const amounts = eachAmount((column) => column);
const columns = Prisma.sql`day, first_day, ${amounts}, value_days_fen, empty_days, last_received_day, last_sold_day`;

/**
 * Common table expressions that end in `state`: each SKU of the table `carried` at the beginning of each
 * of the days (`at`), if it had moved before; `units` and `fen` are what lay there, `value_days_fen` and
 * `empty_days` count all days before. Up to the open day they stand in stock_day; later ones are what
 * stock_day_open has of that day and what moved since: a change of value counts for each day that follows it.
 * @param span.days in their order
 * @param span.open how far the roll-up came
 */
export function stockStates(span: {
  merchantId: string;
  days: readonly string[];
  open: OpenDay;
}): Prisma.Sql {
  const { merchantId, days, open } = span;
  const later = days.filter((day) => day > open.day);
  const until = shanghaiDayRange(later.at(-1) ?? open.day).from;
  const kept = days.filter((day) => day <= open.day);
  const [units, fen] = [closingOf("k", "units"), closingOf("k", "fen")];
  return Prisma.sql`${keptStock(merchantId, kept, columns)},
    rolled as materialized (
      select at, sku_id, first_day, ${amounts}, ${units} as units, ${fen} as fen,
        value_days_fen + ${fen} * (at - day) as value_days_fen,
        empty_days + case when ${units} = 0 then at - day else 0 end as empty_days,
        last_received_day, last_sold_day
      from kept k),
    last as (
      select sku_id, first_day, ${amounts}, ${units} as units, ${fen} as fen, value_days_fen, empty_days,
        last_received_day, last_sold_day
      from stock_day_open k where merchant_id = ${merchantId}::uuid and counted_until = ${open.countedUntil}),
    live as materialized (
      select k.*, ${fen} as fen, lead(k.day) over w as next_day,
        coalesce(b.units, 0) + sum(${units}) over w as units
      from (${dayFlows({ merchantId, from: open.countedUntil, until, skuIds: null })}) k
      left join last b on b.sku_id = k.sku_id
      window w as (partition by k.sku_id order by k.day)),
    since as (
      select at, sku_id, min(day) as first_day,
        ${eachAmount((column) => `sum(${column})::bigint as ${column}`)},
        sum(fen * (at - day))::bigint as value_days_fen,
        sum(case when units = 0 then least(at, next_day) - day else 0 end)::int as empty_days,
        max(day) filter (where received_units > 0) as last_received_day,
        max(day) filter (where sold_units > 0) as last_sold_day
      from unnest(${later}::date[]) at join live on day < at
      group by at, sku_id),
    state as materialized (
      select * from rolled
      union all
      select a.at, c.sku_id, coalesce(b.first_day, k.first_day),
        ${eachAmount((column) => `coalesce(b.${column}, 0) + coalesce(k.${column}, 0)`)},
        coalesce(b.units, 0) + coalesce(${units}, 0), coalesce(b.fen, 0) + coalesce(${fen}, 0),
        coalesce(b.value_days_fen + b.fen * (a.at - ${open.day}::date), 0) + coalesce(k.value_days_fen, 0),
        coalesce(b.empty_days + case when b.units = 0 then coalesce(k.first_day, a.at) - ${open.day}::date else 0 end, 0)
          + coalesce(k.empty_days, 0),
        greatest(b.last_received_day, k.last_received_day), greatest(b.last_sold_day, k.last_sold_day)
      from unnest(${later}::date[]) a (at)
      cross join carried c
      left join last b on b.sku_id = c.sku_id
      left join since k on k.at = a.at and k.sku_id = c.sku_id
      where b.sku_id is not null or k.sku_id is not null)`;
}
