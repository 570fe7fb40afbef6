import type { Window } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Net sales in fen: what the lines of the orders paid in the window cost, without freight, less the
 * refunds of goods that succeeded in it. Below 0 on a day of returns.
 */
export async function sumNetSales(
  tx: MerchantTx,
  { merchantId, from, to }: Window,
): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ value: bigint }[]>`
    select ((select coalesce(sum(goods_fen - discount_fen), 0) from orders
        where merchant_id = ${merchantId}::uuid and paid_at >= ${from} and paid_at < ${to})
      - (select coalesce(sum(amount_fen - freight_fen), 0) from refund r
        where merchant_id = ${merchantId}::uuid and succeeded_at >= ${from} and succeeded_at < ${to}
          and exists (select from orders o where o.merchant_id = r.merchant_id and o.id = r.order_id
            and o.paid_at is not null)))::bigint as value`;
  return row?.value ?? 0n;
}
