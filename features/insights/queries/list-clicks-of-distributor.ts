import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

/** An opening of a distributor's link by somebody else. */
export type DistributorClick = {
  clickedAt: Date;
  code: string;
  channel: string;
  /** Null for a browser in which nobody signed in. */
  customerId: string | null;
  nickname: string;
  /** The beginning of the browser's id: many openings by few browsers look like bought ones. */
  browser: string;
  inWechat: boolean;
};

/** The openings of a distributor's links in a window that the roll-ups count, newest first, page by page. */
export async function listClicksOfDistributor(
  tx: MerchantTx,
  question: {
    merchantId: string;
    window: DayWindow;
    distributorId: string;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<{ clicks: DistributorClick[]; nextCursor: string | null }> {
  const { merchantId, window, distributorId, cursor, limit } = question;
  const [from, until] = [shanghaiDayRange(window.from).from, shanghaiDayRange(window.to).from];
  const after = readCursor(cursor);
  const below = after
    ? Prisma.sql`and (c.clicked_at, c.id) < (${after.createdAt}, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await tx.$queryRaw<(DistributorClick & { id: string })[]>`${plannedAnew}
    select c.id, c.clicked_at as "clickedAt", l.code, l.channel::text as channel,
      v.customer_id as "customerId", coalesce(u.nickname, '') as nickname,
      left(v.id::text, 8) as browser, c.in_wechat as "inWechat"
    from distributor d
    join share_link l on l.merchant_id = d.merchant_id and l.sharer_customer_id = d.customer_id
    join share_click c on c.merchant_id = l.merchant_id and c.link_id = l.id
    join visitor v on v.merchant_id = c.merchant_id and v.id = c.visitor_id
      and v.customer_id is distinct from d.customer_id
    left join customer u on u.merchant_id = v.merchant_id and u.id = v.customer_id
    where d.merchant_id = ${merchantId}::uuid and d.id = ${distributorId}::uuid
      and c.clicked_at >= ${from} and c.clicked_at < ${until} ${below}
    order by c.clicked_at desc, c.id desc limit ${limit + 1}`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    clicks: page.map(({ id: _id, ...click }) => click),
    nextCursor:
      rows.length > limit && last ? writeCursor({ createdAt: last.clickedAt, id: last.id }) : null,
  };
}
