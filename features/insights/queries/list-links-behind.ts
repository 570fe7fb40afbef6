import type { LinkActList } from "@/domain/metrics/act-lists";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

/** A share link that was opened in a window: how often, by whom, and when last. */
export type LinkBehind = {
  linkId: string;
  code: string;
  sharerId: string;
  sharerName: string;
  targetKind: "shop" | "product" | "category" | "scene";
  targetTitle: string;
  channel: string;
  /** By somebody else than the sharer, and those with the sharer's own. */
  openings: number;
  clicks: number;
  lastAt: Date;
};

export type LinksBehind = { rows: LinkBehind[]; nextCursor: string | null };

/**
 * The share links behind a number of openings, opened last first: their openings, or clicks, or they
 * themselves add up to the number.
 */
export async function listLinksBehind(
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
    list: LinkActList;
    window: DayWindow;
    slice: Slice;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<LinksBehind> {
  const from = shanghaiDayRange(window.from).from;
  const until = shanghaiDayRange(window.to).from;
  const page = readCursor(cursor);
  const at = page?.createdAt ?? until;
  const id = page?.id ?? "ffffffff-ffff-ffff-ffff-ffffffffffff";
  const byOthers = Prisma.sql`v.customer_id is distinct from l.sharer_customer_id`;
  const rows = await tx.$queryRaw<LinkBehind[]>`${plannedAnew}
    with found as (
      select l.id, count(*)::int as clicks, (count(*) filter (where ${byOthers}))::int as openings,
        max(c.clicked_at) as last_at
      from share_click c
      join share_link l on l.merchant_id = c.merchant_id and l.id = c.link_id
      join visitor v on v.merchant_id = c.merchant_id and v.id = c.visitor_id
      where c.merchant_id = ${merchantId}::uuid and c.clicked_at >= ${from} and c.clicked_at < ${until}
        and ${list === "clicks" ? Prisma.sql`true` : byOthers} and ${linksIn(slice, list)}
      group by l.id
      having (max(c.clicked_at), l.id) < (${at}, ${id}::uuid)
      order by last_at desc, l.id desc limit ${limit + 1}
    )
    select f.id as "linkId", l.code, f.clicks, f.openings, f.last_at as "lastAt",
      l.sharer_customer_id as "sharerId", coalesce(d.display_name, nullif(u.nickname, ''), '') as "sharerName",
      l.target_kind::text as "targetKind", l.channel::text as channel,
      coalesce(p.title, g.name, s.title, '') as "targetTitle"
    from found f
    join share_link l on l.merchant_id = ${merchantId}::uuid and l.id = f.id
    join customer u on u.merchant_id = l.merchant_id and u.id = l.sharer_customer_id
    left join distributor d on d.merchant_id = u.merchant_id and d.customer_id = u.id
    left join product p on l.target_kind = 'product' and p.merchant_id = l.merchant_id and p.id = l.target_id
    left join category g on l.target_kind = 'category' and g.merchant_id = l.merchant_id and g.id = l.target_id
    left join scene s on l.target_kind = 'scene' and s.merchant_id = l.merchant_id and s.id = l.target_id
    order by f.last_at desc, f.id desc`;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    nextCursor:
      rows.length > limit && last ? writeCursor({ createdAt: last.lastAt, id: last.linkId }) : null,
  };
}

/**
 * Whether a link `l` belongs to a part of the shop. Openings of a category or scene are those of its own links
 * (features/insights/queries/sum-clicks.ts), its opened links those of its products (facts-of-people.ts).
 */
function linksIn({ kind, key }: Slice, list: LinkActList): Prisma.Sql {
  if (kind === "all") return Prisma.sql`true`;
  if (kind === "channel") return Prisma.sql`l.channel::text = ${key}`;
  if (kind === "distributor") {
    return Prisma.sql`exists (select from distributor d where d.merchant_id = l.merchant_id
      and d.customer_id = l.sharer_customer_id and d.id::text = ${key})`;
  }
  const isOfProduct = Prisma.sql`l.target_kind = 'product'`;
  if (kind === "product") return Prisma.sql`${isOfProduct} and l.target_id::text = ${key}`;
  if (kind === "region") return Prisma.sql`false`;
  if (list !== "openedLinks") {
    return Prisma.sql`l.target_kind::text = ${kind} and l.target_id::text = ${key}`;
  }
  if (kind === "category") {
    return Prisma.sql`${isOfProduct} and exists (select from product p
      where p.merchant_id = l.merchant_id and p.id = l.target_id and p.category_id::text = ${key})`;
  }
  return Prisma.sql`${isOfProduct} and exists (select from scene_product s
    where s.merchant_id = l.merchant_id and s.product_id = l.target_id and s.scene_id::text = ${key})`;
}
