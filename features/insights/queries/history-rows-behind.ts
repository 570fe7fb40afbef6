import { orderFigureList } from "@/features/insights/queries/order-figure-list";
import type { OrderRowsAsked } from "@/features/insights/queries/row-of-order";
import type { Slice } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

/** Sales or refunds of order histories with what of each lies in the part asked; nobody knows their cost. */
export function historyRowsBehind(
  { merchantId, slice, from, until, below, limit }: OrderRowsAsked,
  kind: "sale" | "refund",
): Prisma.Sql {
  const id = Prisma.sql`md5(${`history:${kind}:`} || h.invoice_no)::uuid`;
  const figures =
    kind === "sale"
      ? { orders: one, units, grossFen: fen, uncostedFen: fen }
      : { refunds: one, refundUnits: units, refundFen: fen, uncostedBackFen: fen };
  return Prisma.sql`
    select ${id} as id, h.sold_at as at, ${kind === "refund"}::boolean as "isRefund",
      h.invoice_no as "orderNo", true as "isHistory", h.customer_ref as name, 'imported' as channel,
      h.region, ${orderFigureList(figures)}
    from history_order h
    join lateral (select sum(l.quantity) as units, sum(l.amount_fen) as fen
      from history_line l where l.merchant_id = h.merchant_id and l.import_id = h.import_id
        and l.invoice_no = h.invoice_no and l.kind = h.kind and ${historyLinesIn(slice)}) i
      on i.units is not null
    where h.merchant_id = ${merchantId}::uuid and h.kind = ${kind}::history_line_kind
      and h.sold_at >= ${from} and h.sold_at < ${until} and (h.sold_at, ${id}) < ${below}
    order by h.sold_at desc, ${id} desc limit ${limit}`;
}

const one = Prisma.sql`1`;
const units = Prisma.sql`i.units`;
const fen = Prisma.sql`i.fen`;

function historyLinesIn({ kind, key }: Slice): Prisma.Sql {
  const lines: Partial<Record<Slice["kind"], Prisma.Sql>> = {
    all: Prisma.sql`true`,
    region: Prisma.sql`h.region = ${key}`,
    channel: Prisma.sql`${key} = 'imported'`,
    product: Prisma.sql`l.code = ${key} and not l.is_service`,
  };
  return lines[kind] ?? Prisma.sql`false`;
}
