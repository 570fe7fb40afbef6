import { HOP_WAIT_MINUTES } from "@/domain/metrics/hop-wait";
import { K_DAYS } from "@/domain/metrics/k7";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { MAX_HOPS } from "@/domain/metrics/share-tree";
import type { DayWindow } from "@/domain/metrics/window";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

/** Which of the people brought for the first time: all, those of a hop, of a class of waits, or of K7. */
export type BroughtPart =
  | { by: "all" }
  | { by: "hop"; at: number }
  | { by: "wait"; at: number }
  | { by: "soon" };

export type BroughtPerson = {
  personId: string;
  name: string;
  isCustomer: boolean;
  bringerId: string;
  bringerName: string;
  isBringerCustomer: boolean;
  broughtAt: Date;
  hop: number;
};

export type BroughtPeople = { count: number; rows: BroughtPerson[]; nextCursor: string | null };

/**
 * The people behind the figures of how the share tree grew in a window (read-spread.ts), who came last first,
 * and how many they are. Of K7 they are those whom people first seen in the window brought soon.
 */
export async function listBroughtPeople(
  tx: MerchantTx,
  asked: {
    merchantId: string;
    window: DayWindow;
    part: BroughtPart;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<BroughtPeople> {
  const { merchantId, window, part, limit } = asked;
  const page = readCursor(asked.cursor);
  const below = page
    ? Prisma.sql`and (n.brought_at, n.person_id) < (${page.createdAt}, ${page.id}::uuid)`
    : Prisma.empty;
  const brought = Prisma.sql`share_node n
    join share_node b on b.merchant_id = n.merchant_id and b.person_id = n.parent_id
    where n.merchant_id = ${merchantId}::uuid and ${isPart(part, window)}`;
  const [counted] = await tx.$queryRaw<{ count: number }[]>`${plannedAnew}
    select count(*)::int as count from ${brought}`;
  const rows = await tx.$queryRaw<BroughtPerson[]>`${plannedAnew}
    select f.person_id as "personId", coalesce(d.display_name, c.nickname, '') as name,
      c.id is not null as "isCustomer", f.parent_id as "bringerId",
      coalesce(bd.display_name, bc.nickname, '') as "bringerName", bc.id is not null as "isBringerCustomer",
      f.brought_at as "broughtAt", f.depth as hop
    from (
      select n.person_id, n.parent_id, n.brought_at, n.depth from ${brought} ${below}
      order by n.brought_at desc, n.person_id desc limit ${limit + 1}) f
    left join customer c on c.merchant_id = ${merchantId}::uuid and c.id = f.person_id
    left join distributor d on d.merchant_id = ${merchantId}::uuid and d.customer_id = f.person_id
    left join customer bc on bc.merchant_id = ${merchantId}::uuid and bc.id = f.parent_id
    left join distributor bd on bd.merchant_id = ${merchantId}::uuid and bd.customer_id = f.parent_id
    order by f.brought_at desc, f.person_id desc`;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    count: counted?.count ?? 0,
    rows: shown,
    nextCursor:
      rows.length > limit && last
        ? writeCursor({ createdAt: last.broughtAt, id: last.personId })
        : null,
  };
}

/** Whether a node `n` below `b` is of a part, as features/insights/commands/write-share-days.ts counts it. */
function isPart(part: BroughtPart, window: DayWindow): Prisma.Sql {
  const from = shanghaiDayRange(window.from).from;
  const until = shanghaiDayRange(window.to).from;
  const within = (at: Prisma.Sql) => Prisma.sql`${at} >= ${from} and ${at} < ${until}`;
  if (part.by === "soon") {
    return Prisma.sql`${within(Prisma.sql`b.first_seen_at`)} and n.brought_at >= b.first_seen_at
      and n.brought_at < b.first_seen_at + make_interval(days => ${K_DAYS}::int)`;
  }
  const came = within(Prisma.sql`n.brought_at`);
  if (part.by === "hop") {
    return Prisma.sql`${came} and least(n.depth, ${MAX_HOPS}::int) = ${part.at}::int`;
  }
  if (part.by === "wait") {
    const bounds = HOP_WAIT_MINUTES.map((minutes) => minutes * 60);
    return Prisma.sql`${came} and width_bucket(
      extract(epoch from n.brought_at - coalesce(b.brought_at, b.first_seen_at)), ${bounds}::numeric[]) = ${part.at}::int`;
  }
  return came;
}
