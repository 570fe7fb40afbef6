import type { BestSeller, Window } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** The products that sold best in the window by sales (line payables of paid orders), best first. */
export async function listBestSellers(
  tx: MerchantTx,
  { merchantId, from, to, limit }: Window & { limit: number },
): Promise<BestSeller[]> {
  return tx.$queryRaw<BestSeller[]>`${plannedAnew}
    select l.product_id as "productId", max(l.product_title) as title,
      sum(l.quantity)::int as units, sum(l.payable_fen)::bigint as "salesFen"
    from orders o
    join order_line l on l.merchant_id = o.merchant_id and l.order_id = o.id
    where o.merchant_id = ${merchantId}::uuid and o.paid_at >= ${from} and o.paid_at < ${to}
    group by l.product_id order by "salesFen" desc, l.product_id limit ${limit}`;
}
