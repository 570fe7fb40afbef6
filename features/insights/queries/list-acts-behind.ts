import { ACT_LISTS, type PersonActList } from "@/domain/metrics/act-lists";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import { nameOfPerson } from "@/features/insights/queries/name-of-person";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

/** Who did something how often in a window, and when last. */
export type ActsOfPerson = {
  customerId: string | null;
  name: string;
  times: number;
  lastAt: Date;
};

export type ActsBehind = { rows: ActsOfPerson[]; nextCursor: string | null };

/**
 * The people behind a number of acts on the mall's pages, who acted last first; their times add up to the
 * number. Acts are of products, and of categories and scenes by these: other parts have none.
 */
export async function listActsBehind(
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
    list: PersonActList;
    window: DayWindow;
    slice: Slice;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<ActsBehind> {
  const from = shanghaiDayRange(window.from).from;
  const until = shanghaiDayRange(window.to).from;
  const page = readCursor(cursor);
  const at = page?.createdAt ?? until;
  const id = page?.id ?? "ffffffff-ffff-ffff-ffff-ffffffffffff";
  const rows = await tx.$queryRaw<(ActsOfPerson & { personId: string })[]>`${plannedAnew}
    with found as (
      select coalesce(v.customer_id, e.visitor_id) as person_id, count(*)::int as times, max(e.at) as last_at,
        0 as orders, null::date as last_day
      from event e
      left join visitor v on v.merchant_id = e.merchant_id and v.id = e.visitor_id
      where e.merchant_id = ${merchantId}::uuid and e.at >= ${from} and e.at < ${until}
        and e.kind = ${ACT_LISTS[list].event}::event_kind and ${eventsIn(slice)}
      group by 1
      having (max(e.at), coalesce(v.customer_id, e.visitor_id)) < (${at}, ${id}::uuid)
      order by last_at desc, person_id desc limit ${limit + 1}
    )
    select f.person_id as "personId", f.times, f.last_at as "lastAt", ${nameOfPerson.columns}
    from found f ${nameOfPerson.joins(merchantId)}
    order by f.last_at desc, f.person_id desc`;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last;
  return {
    rows: shown.map(({ personId: _id, ...row }) => row),
    nextCursor: next ? writeCursor({ createdAt: last.lastAt, id: last.personId }) : null,
  };
}

/** Whether an event `e` belongs to a part of the shop, as features/insights/queries/sum-events.ts says. */
function eventsIn({ kind, key }: Slice): Prisma.Sql {
  if (kind === "all") return Prisma.sql`true`;
  if (kind === "product") return Prisma.sql`e.product_id::text = ${key}`;
  if (kind === "category") {
    return Prisma.sql`exists (select from product p where p.merchant_id = e.merchant_id
      and p.id = e.product_id and p.category_id::text = ${key})`;
  }
  if (kind === "scene") {
    return Prisma.sql`exists (select from scene_product s where s.merchant_id = e.merchant_id
      and s.product_id = e.product_id and s.scene_id::text = ${key})`;
  }
  return Prisma.sql`false`;
}
