import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import { nameOfPerson } from "@/features/insights/queries/name-of-person";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

/** A buyer's day with orders, the one before it, and how often so many days lay between two orders. */
export type OrderGap = {
  customerId: string | null;
  name: string;
  day: string;
  previousDay: string;
  gapDays: number;
  times: number;
};

export type OrderGaps = { count: number; rows: OrderGap[]; nextCursor: string | null };

/**
 * The gaps behind the median of the days between orders, the latest first, and how many they are: days of the
 * window on which somebody ordered who had ordered before, and orders on one day after its first, whose
 * gap is 0.
 */
export async function listOrderGaps(
  tx: MerchantTx,
  asked: {
    merchantId: string;
    window: DayWindow;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<OrderGaps> {
  const { merchantId, window, limit } = asked;
  const page = readCursor(asked.cursor);
  const below = page
    ? Prisma.sql`where (day::timestamp at time zone 'Asia/Shanghai', key) < (${page.createdAt}, ${page.id}::uuid)`
    : Prisma.empty;
  const gaps = Prisma.sql`(
    select d.person_id, d.day, d.orders, g.previous_day, g.times,
      md5(d.person_id::text || g.previous_day)::uuid as key
    from day_person d
    left join lateral (select max(e.day) as day from day_person e
      where e.merchant_id = d.merchant_id and e.slice_id = d.slice_id and e.person_id = d.person_id
        and e.orders > 0 and e.day < d.day) e on true
    cross join lateral (values (e.day, 1), (d.day, d.orders - 1)) g (previous_day, times)
    where d.merchant_id = ${merchantId}::uuid and d.orders > 0 and g.previous_day is not null and g.times > 0
      and d.slice_id = (select id from slice where merchant_id = ${merchantId}::uuid and kind = 'all' and key = '')
      and d.day >= ${window.from}::date and d.day < ${window.to}::date) gap`;
  const [counted] = await tx.$queryRaw<{ count: number }[]>`${plannedAnew}
    select coalesce(sum(times), 0)::int as count from ${gaps}`;
  const rows = await tx.$queryRaw<(OrderGap & { key: string })[]>`${plannedAnew}
    with found as (
      select person_id, day, previous_day, times, key, day as last_day, orders from ${gaps} ${below}
      order by day desc, key desc limit ${limit + 1})
    select f.key, to_char(f.day, 'YYYY-MM-DD') as day, to_char(f.previous_day, 'YYYY-MM-DD') as "previousDay",
      f.day - f.previous_day as "gapDays", f.times, ${nameOfPerson.columns}
    from found f ${nameOfPerson.joins(merchantId)}
    order by f.day desc, f.key desc`;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    count: counted?.count ?? 0,
    rows: shown.map(({ key: _key, ...row }) => row),
    nextCursor:
      rows.length > limit && last
        ? writeCursor({ createdAt: shanghaiDayRange(last.day).from, id: last.key })
        : null,
  };
}
