import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { MONTH_DAYS } from "@/domain/stock/reorder";
import { closingOf } from "@/features/stock/queries/closing-of";
import { dayFlows } from "@/features/stock/queries/day-flows";
import { eachAmount } from "@/features/stock/queries/each-amount";
import { findOpenDay } from "@/features/stock/queries/find-open-day";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

/** Who read which moment is the last one finds its rows for so long at least: far longer than a request takes. */
const keptMs = 30 * 60_000;

/**
 * Writes how each SKU stands at a moment of the day that is not over, built upon stock_day, which holds all
 * days before; and forgets moments that nobody can be reading any more. A moment that is there already is
 * written anew, with the same result.
 */
export async function writeOpenDay(
  tx: MerchantTx,
  { merchantId, until }: { merchantId: string; until: Date },
): Promise<void> {
  const day = shanghaiDay(until);
  const { from } = shanghaiDayRange(day);
  const [units, fen] = [closingOf("b", "units"), closingOf("b", "fen")];
  const lastBefore = (before: string) => Prisma.sql`(
    select * from stock_day d where d.merchant_id = ${merchantId}::uuid and d.sku_id = s.sku_id
      and d.day < ${before}::date order by d.day desc limit 1)`;
  const last = (await findOpenDay(tx, merchantId))?.countedUntil ?? until;
  const forgotten = new Date(Math.min(until.getTime() - keptMs, last.getTime()));
  await tx.stockDayOpen.deleteMany({
    where: { merchantId, OR: [{ countedUntil: until }, { countedUntil: { lt: forgotten } }] },
  });
  await tx.$executeRaw`${plannedAnew}
    insert into stock_day_open (merchant_id, counted_until, sku_id, first_day,
      ${eachAmount((column) => column)}, value_days_fen, empty_days, last_received_day, last_sold_day, month_units)
    with flow as materialized (${dayFlows({ merchantId, from, until, skuIds: null })})
    select ${merchantId}::uuid, ${until}, s.sku_id, coalesce(b.first_day, f.day),
      ${eachAmount((column) => `coalesce(b.${column}, 0) + coalesce(f.${column}, 0)`)},
      coalesce(b.value_days_fen + ${fen} * (${day}::date - b.day), 0),
      coalesce(b.empty_days + case when ${units} = 0 then ${day}::date - b.day else 0 end, 0),
      greatest(b.last_received_day, case when f.received_units > 0 then f.day end),
      greatest(b.last_sold_day, case when f.sold_units > 0 then f.day end),
      coalesce(b.sold_units - b.returned_units, 0) - coalesce(m.sold_units - m.returned_units, 0)
    from stock s
    left join flow f on f.sku_id = s.sku_id
    left join lateral ${lastBefore(day)} b on true
    left join lateral ${lastBefore(addDays(day, -MONTH_DAYS))} m on true
    where s.merchant_id = ${merchantId}::uuid and (b.sku_id is not null or f.sku_id is not null)
    order by s.sku_id`;
}
