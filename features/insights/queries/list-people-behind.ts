import { ACTS } from "@/domain/metrics/acts";
import {
  type ActedWhen,
  daysOfState,
  PEOPLE_STATES,
  type PeopleList,
} from "@/domain/metrics/people-lists";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import { nameOfPerson } from "@/features/insights/queries/name-of-person";
import type { PersonBehind, Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

export type PeopleBehind = { rows: PersonBehind[]; nextCursor: string | null };

/** What a person must have done to be on a list. */
const bits: Record<PeopleList, number> = {
  visitors: ACTS.visited,
  viewers: ACTS.sawProduct,
  favouriters: ACTS.favourited,
  carters: ACTS.carted,
  checkouters: ACTS.checkedOut,
  buyers: ACTS.bought,
  sharers: ACTS.shared,
  brought: ACTS.brought,
  reviewers: ACTS.reviewed,
  actives: ACTS.active,
  converted: ACTS.converted,
  resharers: ACTS.brought | ACTS.shared,
  visitingSharers: ACTS.visited | ACTS.shared,
  repeatBuyers: ACTS.bought,
  newcomers: ACTS.active,
  returning: ACTS.active,
  dormant: ACTS.active,
  lost: ACTS.active,
  knownPeople: ACTS.active,
};

/**
 * The people that a figure of a window and a part counts, those who acted last first; `days` are those on
 * which they did some of what is counted. Somebody without a name is a browser that nobody signed in with.
 */
export async function listPeopleBehind(
  tx: MerchantTx,
  {
    merchantId,
    list,
    window,
    slice,
    cursor,
    limit,
  }: {
    merchantId: string;
    list: PeopleList;
    window: DayWindow;
    slice: Slice;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<PeopleBehind> {
  const page = readCursor(cursor);
  const day = page?.createdAt ?? shanghaiDayRange(window.to).to;
  const id = page?.id ?? "ffffffff-ffff-ffff-ffff-ffffffffffff";
  const leastOrders = list === "repeatBuyers" ? 2 : 0;
  const state = PEOPLE_STATES.find((one) => one === list);
  const when: ActedWhen = state ? daysOfState(state, window) : { within: window };
  const does = Prisma.sql`acts & ${bits[list]}::int <> 0`;
  const rows = await tx.$queryRaw<(PersonBehind & { personId: string })[]>`${plannedAnew}
    with part as materialized (
      select id from slice where merchant_id = ${merchantId}::uuid
        and kind = ${slice.kind}::slice_kind and key = ${slice.key}),
    found as (
      select person_id, max(day) as last_day, count(*)::int as days, sum(orders)::int as orders
      from day_person p
      where ${inPart(merchantId, when.within)} and ${does}
        and ${otherDays(merchantId, when, does)}
      group by person_id
      having bit_or(acts) & ${bits[list]}::int = ${bits[list]}::int and sum(orders) >= ${leastOrders}
        and (max(day)::timestamp at time zone 'Asia/Shanghai', person_id) < (${day}, ${id}::uuid)
      order by max(day) desc, person_id desc limit ${limit + 1}
    )
    select f.person_id as "personId", to_char(f.last_day, 'YYYY-MM-DD') as "lastDay", f.days, f.orders,
      ${nameOfPerson.columns}
    from found f ${nameOfPerson.joins(merchantId)}
    order by f.last_day desc, f.person_id desc`;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last;
  return {
    rows: shown.map(({ personId: _id, ...row }) => row),
    nextCursor: next
      ? writeCursor({ createdAt: shanghaiDayRange(last.lastDay).from, id: last.personId })
      : null,
  };
}

/** Rows of the part asked on days of a window. */
function inPart(merchantId: string, { from, to }: DayWindow): Prisma.Sql {
  // Within a subquery the names are those of its own table.
  return Prisma.sql`merchant_id = ${merchantId}::uuid and slice_id = (select id from part)
    and day >= ${from}::date and day < ${to}::date`;
}

/** What somebody `p` must have done, or not have done, on other days. */
function otherDays(
  merchantId: string,
  { butNot, andAlso }: ActedWhen,
  does: Prisma.Sql,
): Prisma.Sql {
  const did = (window: DayWindow) => Prisma.sql`exists (
    select from day_person q where q.person_id = p.person_id
      and ${inPart(merchantId, window)} and ${does})`;
  if (butNot) return Prisma.sql`not ${did(butNot)}`;
  return andAlso ? did(andAlso) : Prisma.sql`true`;
}
