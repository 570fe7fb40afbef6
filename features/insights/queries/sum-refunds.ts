import { slicesOfOrder } from "@/features/insights/queries/slices-of-order";
import { slicesOfProduct } from "@/features/insights/queries/slices-of-product";
import { Prisma } from "@/prisma/generated/client";

/** Rows of kind, key, day and the figures of refunds. */
export function sumRefunds(merchantId: string): Prisma.Sql {
  const sums = Prisma.sql`count(distinct s.refund_id)::int as refunds, sum(s.units)::int as refund_units,
    sum(s.fen)::bigint as refund_fen, sum(s.cost)::bigint as returned_cost_fen,
    sum(s.uncosted)::bigint as uncosted_back_fen, sum(s.freight)::bigint as refund_freight_fen,
    sum(s.fee)::bigint as fee_back_fen`;
  return Prisma.sql`
    select k.kind, k.key, s.day, ${sums} from back_line s ${slicesOfOrder}
    where k.key is not null group by k.kind, k.key, s.day
    union all
    select k.kind, k.key, s.day, ${sums} from back_line s ${slicesOfProduct(merchantId)}
    where s.product is not null group by k.kind, k.key, s.day`;
}
