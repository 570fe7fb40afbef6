import { ACTS, type Question } from "@/domain/metrics/acts";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import { nameOfPerson } from "@/features/insights/queries/name-of-person";
import type { PersonBehind, Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";

export type PeopleBehind = { rows: PersonBehind[]; nextCursor: string | null };

/** What a person must have done to be among those that a question counts. */
const bits: Record<Question, number> = {
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
  openedLinks: ACTS.opened,
  converted: ACTS.converted,
  resharers: ACTS.brought | ACTS.shared,
  visitingSharers: ACTS.visited | ACTS.shared,
  repeatBuyers: ACTS.bought,
};

/**
 * The people that a figure of a window and a part counts, those who acted last first. Somebody without a
 * name is a browser that no customer signed in with.
 */
export async function listPeopleBehind(
  tx: MerchantTx,
  {
    merchantId,
    question,
    window,
    slice,
    cursor,
    limit,
  }: {
    merchantId: string;
    question: Question;
    window: DayWindow;
    slice: Slice;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<PeopleBehind> {
  const below = readCursor(cursor);
  const day = below?.createdAt ?? shanghaiDayRange(window.to).to;
  const id = below?.id ?? "ffffffff-ffff-ffff-ffff-ffffffffffff";
  const leastOrders = question === "repeatBuyers" ? 2 : 0;
  const rows = await tx.$queryRaw<(PersonBehind & { personId: string })[]>`${plannedAnew}
    with found as (
      select person_id, max(day) as last_day, count(*)::int as days, sum(orders)::int as orders
      from day_person
      where merchant_id = ${merchantId}::uuid and day >= ${window.from}::date and day < ${window.to}::date
        and slice_id = (select id from slice where merchant_id = ${merchantId}::uuid
          and kind = ${slice.kind}::slice_kind and key = ${slice.key})
      group by person_id
      having bit_or(acts) & ${bits[question]}::int = ${bits[question]}::int and sum(orders) >= ${leastOrders}
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
