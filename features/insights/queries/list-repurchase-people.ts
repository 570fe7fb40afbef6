import type { REPURCHASE_DAYS } from "@/domain/metrics/repurchase";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import { nameOfPerson } from "@/features/insights/queries/name-of-person";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

/** Within how many days somebody must have come back; null for all who first bought. */
export type Within = (typeof REPURCHASE_DAYS)[number] | null;

/** A buyer by the days of the first and second paid order; the second is null before it is. */
export type FirstBuyer = {
  customerId: string | null;
  name: string;
  firstDay: string;
  secondDay: string | null;
  gapDays: number | null;
};

export type FirstBuyers = { count: number; rows: FirstBuyer[]; nextCursor: string | null };

/**
 * The buyers whose first paid order lies in the days, who bought first last first: all of them, or those who
 * came back in time, of whom only those count whose time is over (analytics.md, board 4).
 * @param asked.today a Shanghai day
 */
export async function listRepurchasePeople(
  tx: MerchantTx,
  asked: {
    merchantId: string;
    window: DayWindow;
    within: Within;
    today: string;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<FirstBuyers> {
  const { merchantId, window, within, today, limit } = asked;
  const page = readCursor(asked.cursor);
  const below = page
    ? Prisma.sql`where (first_day::timestamp at time zone 'Asia/Shanghai', person_id)
        < (${page.createdAt}, ${page.id}::uuid)`
    : Prisma.empty;
  const inTime =
    within === null
      ? Prisma.sql`true`
      : Prisma.sql`b.second_day - p.order_day <= ${within}::int
          and ${today}::date - p.order_day > ${within}::int`;
  const buyers = Prisma.sql`(
    select p.person_id, p.order_day as first_day, b.second_day, b.last_day, 1 as orders
    from person_first p
    cross join lateral (
      select case when (array_agg(orders order by day))[1] > 1 then p.order_day
          else (array_agg(day order by day))[2] end as second_day, p.order_day as last_day
      from (select day, orders from day_person d
        where d.merchant_id = ${merchantId}::uuid and d.person_id = p.person_id and d.orders > 0
          and d.slice_id = (select id from slice where merchant_id = ${merchantId}::uuid and kind = 'all' and key = '')
        order by day limit 2) two) b
    where p.merchant_id = ${merchantId}::uuid and p.order_day >= ${window.from}::date
      and p.order_day < ${window.to}::date and ${inTime}) buyer`;
  const [counted] = await tx.$queryRaw<{ count: number }[]>`${plannedAnew}
    select count(*)::int as count from ${buyers}`;
  const rows = await tx.$queryRaw<(FirstBuyer & { personId: string })[]>`${plannedAnew}
    with found as (
      select * from ${buyers} ${below} order by first_day desc, person_id desc limit ${limit + 1})
    select f.person_id as "personId", to_char(f.first_day, 'YYYY-MM-DD') as "firstDay",
      to_char(f.second_day, 'YYYY-MM-DD') as "secondDay", f.second_day - f.first_day as "gapDays",
      ${nameOfPerson.columns}
    from found f ${nameOfPerson.joins(merchantId)}
    order by f.first_day desc, f.person_id desc`;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    count: counted?.count ?? 0,
    rows: shown.map(({ personId: _id, ...row }) => row),
    nextCursor:
      rows.length > limit && last
        ? writeCursor({ createdAt: shanghaiDayRange(last.firstDay).from, id: last.personId })
        : null,
  };
}
