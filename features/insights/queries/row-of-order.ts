import { ORDER_LISTS, type OrderList } from "@/domain/metrics/order-lists";
import { partOfOrder } from "@/features/insights/queries/part-of-order";
import type { Slice } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

/** What of a list is read: from and until are instants, `below` is where the page before ended. */
export type OrderRowsAsked = {
  merchantId: string;
  slice: Slice;
  list: OrderList;
  from: Date;
  until: Date;
  below: Prisma.Sql;
  limit: number;
};

const channelOfOrder = Prisma.sql`
  left join share_click t on t.merchant_id = o.merchant_id and t.id = o.click_id
  left join share_link k on k.merchant_id = t.merchant_id and k.id = t.link_id
  join customer u on u.merchant_id = o.merchant_id and u.id = o.customer_id`;

const shownOrder = Prisma.sql`o.order_no as "orderNo", false as "isHistory",
  u.nickname as name, coalesce(k.channel::text, 'direct') as channel, o.province as region`;

const included = {
  lines: Prisma.sql`i.units is not null`,
  commissions: Prisma.sql`p.is_found`,
  either: Prisma.sql`(i.units is not null or p.is_found)`,
} as const;

/** The commissions of an order, or nothing where the list does not ask for them. */
function joinCommissions({ list, slice }: OrderRowsAsked, sums: Prisma.Sql, more: Prisma.Sql) {
  if (ORDER_LISTS[list].of === "lines") return Prisma.sql``;
  return Prisma.sql`
    left join lateral (select count(*) > 0 as is_found, ${sums}
      from commission c
      join order_line l on l.merchant_id = c.merchant_id and l.order_id = c.order_id and l.line_no = c.line_no
      ${more}
      where c.merchant_id = o.merchant_id and c.order_id = o.id and ${partOfOrder.commissionsIn(slice)}) p on true`;
}

/** What paid orders and refunds in a list have in common: `o` is the order, `i` its lines, `p` its commissions. */
export const rowOfOrder = { shownOrder, channelOfOrder, included, joinCommissions };
