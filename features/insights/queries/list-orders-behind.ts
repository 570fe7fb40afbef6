import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import type { OrderBehind, Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

export type OrdersBehind = { rows: OrderBehind[]; nextCursor: string | null };

type Row = OrderBehind & { id: string };

/**
 * The paid orders, or the refunds that succeeded, that a figure of a window and a part is made of, the
 * newest first: with what of each lies in that part, so that the rows add up to the figure. Orders of an
 * order history are among them.
 */
export async function listOrdersBehind(
  tx: MerchantTx,
  {
    merchantId,
    kind,
    window,
    slice,
    cursor,
    limit,
  }: {
    merchantId: string;
    kind: "sale" | "refund";
    window: DayWindow;
    slice: Slice;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<OrdersBehind> {
  const from = shanghaiDayRange(window.from).from;
  const until = shanghaiDayRange(window.to).from;
  const below = readCursor(cursor);
  const at = below?.createdAt ?? until;
  const id = below?.id ?? "ffffffff-ffff-ffff-ffff-ffffffffffff";
  const page = { from, until, below: Prisma.sql`(${at}, ${id}::uuid)`, limit: limit + 1 };
  const ours =
    kind === "sale" ? paidOrders(merchantId, slice, page) : refunds(merchantId, slice, page);
  const rows = await tx.$queryRaw<Row[]>`${plannedAnew}
    select * from (
      (${ours}) union all (${historyOrders(merchantId, kind, slice, page)})
    ) found order by at desc, id desc limit ${limit + 1}`;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ id: _id, ...row }) => row),
    nextCursor:
      rows.length > limit && last ? writeCursor({ createdAt: last.at, id: last.id }) : null,
  };
}

type Page = { from: Date; until: Date; below: Prisma.Sql; limit: number };

/** The lines of an order that lie in a part of the shop; all of them where the part is of whole orders. */
function linesIn(slice: Slice): Prisma.Sql {
  if (slice.kind === "product") return Prisma.sql`l.product_id::text = ${slice.key}`;
  if (slice.kind === "category") {
    return Prisma.sql`exists (select from product p where p.merchant_id = l.merchant_id
      and p.id = l.product_id and p.category_id::text = ${slice.key})`;
  }
  if (slice.kind === "scene") {
    return Prisma.sql`exists (select from scene_product c where c.merchant_id = l.merchant_id
      and c.product_id = l.product_id and c.scene_id::text = ${slice.key})`;
  }
  return Prisma.sql`true`;
}

/** The orders of a part of the shop that is made of whole ones. */
function ordersIn({ kind, key }: Slice): Prisma.Sql {
  if (kind === "channel") return Prisma.sql`coalesce(k.channel::text, 'direct') = ${key}`;
  if (kind === "region") return Prisma.sql`o.province = ${key}`;
  if (kind === "distributor") return Prisma.sql`o.level1_distributor_id::text = ${key}`;
  return Prisma.sql`true`;
}

const channelOfOrder = Prisma.sql`
  left join share_click c on c.merchant_id = o.merchant_id and c.id = o.click_id
  left join share_link k on k.merchant_id = c.merchant_id and k.id = c.link_id`;

const shownOrder = Prisma.sql`o.order_no as "orderNo", false as "isHistory",
  u.nickname as name, coalesce(k.channel::text, 'direct') as channel, o.province as region`;

function paidOrders(merchantId: string, slice: Slice, page: Page): Prisma.Sql {
  return Prisma.sql`
    select o.id, o.paid_at as at, ${shownOrder}, i.units, i.fen
    from orders o ${channelOfOrder}
    join customer u on u.merchant_id = o.merchant_id and u.id = o.customer_id
    join lateral (select sum(l.quantity)::int as units, sum(l.payable_fen)::bigint as fen
      from order_line l where l.merchant_id = o.merchant_id and l.order_id = o.id and ${linesIn(slice)}) i
      on i.units is not null
    where o.merchant_id = ${merchantId}::uuid and o.paid_at >= ${page.from} and o.paid_at < ${page.until}
      and (o.paid_at, o.id) < ${page.below} and ${ordersIn(slice)}
    order by o.paid_at desc, o.id desc limit ${page.limit}`;
}

function refunds(merchantId: string, slice: Slice, page: Page): Prisma.Sql {
  return Prisma.sql`
    select r.id, r.succeeded_at as at, ${shownOrder}, i.units, i.fen
    from refund r
    join orders o on o.merchant_id = r.merchant_id and o.id = r.order_id and o.paid_at is not null
    ${channelOfOrder}
    join customer u on u.merchant_id = o.merchant_id and u.id = o.customer_id
    join lateral (select sum(b.quantity)::int as units, sum(b.amount_fen)::bigint as fen
      from refund_line b
      join order_line l on l.merchant_id = b.merchant_id and l.order_id = r.order_id and l.line_no = b.line_no
      where b.merchant_id = r.merchant_id and b.refund_id = r.id and ${linesIn(slice)}) i
      on i.units is not null
    where r.merchant_id = ${merchantId}::uuid and r.succeeded_at >= ${page.from}
      and r.succeeded_at < ${page.until} and (r.succeeded_at, r.id) < ${page.below} and ${ordersIn(slice)}
    order by r.succeeded_at desc, r.id desc limit ${page.limit}`;
}

function historyOrders(
  merchantId: string,
  kind: "sale" | "refund",
  { kind: sliceKind, key }: Slice,
  page: Page,
): Prisma.Sql {
  const id = Prisma.sql`md5('history:' || h.invoice_no)::uuid`;
  const lines: Partial<Record<Slice["kind"], Prisma.Sql>> = {
    all: Prisma.sql`true`,
    region: Prisma.sql`h.region = ${key}`,
    channel: Prisma.sql`${key} = 'imported'`,
    product: Prisma.sql`l.code = ${key} and not l.is_service`,
  };
  return Prisma.sql`
    select ${id} as id, h.sold_at as at, h.invoice_no, true, h.customer_ref, 'imported', h.region, i.units, i.fen
    from history_order h
    join lateral (select sum(l.quantity)::int as units, sum(l.amount_fen)::bigint as fen
      from history_line l where l.merchant_id = h.merchant_id and l.import_id = h.import_id
        and l.invoice_no = h.invoice_no and l.kind = h.kind and ${lines[sliceKind] ?? Prisma.sql`false`}) i
      on i.units is not null
    where h.merchant_id = ${merchantId}::uuid and h.kind = ${kind}::history_line_kind
      and h.sold_at >= ${page.from} and h.sold_at < ${page.until} and (h.sold_at, ${id}) < ${page.below}
    order by h.sold_at desc, ${id} desc limit ${page.limit}`;
}
