import { slicesOfOrder } from "@/features/insights/queries/slices-of-order";
import { slicesOfProduct } from "@/features/insights/queries/slices-of-product";
import { Prisma } from "@/prisma/generated/client";

/** Rows of kind, key, day and the figures of sales. */
export function sumSales(merchantId: string): Prisma.Sql {
  const sums = Prisma.sql`count(distinct s.order_id)::int as orders, sum(s.units)::int as units,
    sum(s.gross)::bigint as gross_fen, sum(s.discount)::bigint as discount_fen,
    sum(s.freight)::bigint as freight_fen, sum(s.cost)::bigint as cost_fen,
    sum(s.uncosted)::bigint as uncosted_fen, sum(s.fee)::bigint as fee_fen`;
  return Prisma.sql`
    select k.kind, k.key, s.day, ${sums} from sold_line s ${slicesOfOrder}
    where k.key is not null group by k.kind, k.key, s.day
    union all
    select k.kind, k.key, s.day, ${sums} from sold_line s ${slicesOfProduct(merchantId)}
    where s.product is not null group by k.kind, k.key, s.day`;
}
