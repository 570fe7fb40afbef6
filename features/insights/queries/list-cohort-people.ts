import { ACTS } from "@/domain/metrics/acts";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { nameOfPerson } from "@/features/insights/queries/name-of-person";
import type { CohortQuestion } from "@/features/insights/queries/read-cohort-question";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

/** A person behind a cell of retention; without a customer a browser, or a customer of an order history. */
export type CohortPerson = {
  customerId: string | null;
  name: string;
  /** Of their first visit or order. */
  firstDay: string;
  /** Of the period: on how many days they acted, the last of them, and orders that they paid. */
  days: number;
  lastDay: string;
  orders: number;
};

/** The people of a cohort who acted in a period, those who came last to the cohort first. */
export async function listCohortPeople(
  tx: MerchantTx,
  asked: CohortQuestion & { merchantId: string; cursor?: string | undefined; limit: number },
): Promise<{ rows: CohortPerson[]; nextCursor: string | null }> {
  const { merchantId, basis, channel, cohort, period, limit } = asked;
  const first = basis === "order" ? Prisma.sql`p.order_day` : Prisma.sql`p.visit_day`;
  const channels = basis === "order" ? Prisma.sql`p.order_channels` : Prisma.sql`p.visit_channels`;
  const byChannel = channel ? Prisma.sql`and ${channel} = any(${channels})` : Prisma.empty;
  const acted =
    basis === "order"
      ? Prisma.sql`d.orders > 0`
      : Prisma.sql`(d.acts & ${ACTS.visited | ACTS.active}::int) <> 0`;
  const after = readCursor(asked.cursor);
  const below = after
    ? Prisma.sql`and (${first}::timestamp at time zone 'Asia/Shanghai', p.person_id) < (${after.createdAt}, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await tx.$queryRaw<(CohortPerson & { personId: string })[]>`${plannedAnew}
    with found as (
      select p.person_id, ${first} as first_day, a.days, a.last_day, a.orders
      from person_first p
      join lateral (
        select count(*)::int as days, max(d.day) as last_day, sum(d.orders)::int as orders
        from day_person d
        where d.merchant_id = ${merchantId}::uuid and d.person_id = p.person_id and ${acted}
          and d.day >= ${period.from}::date and d.day < ${period.to}::date
          and d.slice_id = (select id from slice where merchant_id = ${merchantId}::uuid and kind = 'all' and key = '')
      ) a on a.days > 0
      where p.merchant_id = ${merchantId}::uuid and ${first} >= ${cohort.from}::date and ${first} < ${cohort.to}::date
        ${byChannel} ${below}
      order by ${first} desc, p.person_id desc limit ${limit + 1}
    )
    select f.person_id as "personId", to_char(f.first_day, 'YYYY-MM-DD') as "firstDay", f.days,
      to_char(f.last_day, 'YYYY-MM-DD') as "lastDay", f.orders, ${nameOfPerson.columns}
    from found f ${nameOfPerson.joins(merchantId)}
    order by f.first_day desc, f.person_id desc`;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ personId: _id, ...row }) => row),
    nextCursor:
      rows.length > limit && last
        ? writeCursor({ createdAt: shanghaiDayRange(last.firstDay).from, id: last.personId })
        : null,
  };
}
