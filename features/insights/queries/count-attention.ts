import type { MerchantTx } from "@/lib/db/in-merchant";

/** A SKU with fewer free units than this is low. */
const lowStock = 10;

export type Attention = {
  /** Orders that are paid and not shipped. */
  toShip: number;
  /** Applications of distributors that nobody has answered. */
  applications: number;
  /** Reviews whose words wait to be checked. */
  reviews: number;
  /** SKUs on sale with fewer than ten units that are not promised to an order. */
  lowStock: number;
  /** Notifications of WeChat that did not fit and changed nothing. */
  quarantined: number;
};

/** What waits for somebody of the merchant, now. */
export async function countAttention(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<Attention> {
  const [row] = await tx.$queryRaw<Attention[]>`
    select
      (select count(*)::int from orders
        where merchant_id = ${merchantId}::uuid and state = 'paid') as "toShip",
      (select count(*)::int from distributor
        where merchant_id = ${merchantId}::uuid and status = 'applied') as applications,
      (select count(*)::int from review
        where merchant_id = ${merchantId}::uuid and state = 'waiting') as reviews,
      (select count(*)::int from sku s
        join product p on p.merchant_id = s.merchant_id and p.id = s.product_id and p.status = 'active'
        left join stock k on k.merchant_id = s.merchant_id and k.sku_id = s.id
        where s.merchant_id = ${merchantId}::uuid and s.is_active
          and coalesce(k.on_hand - k.reserved, 0) < ${lowStock}) as "lowStock",
      (select count(*)::int from inbox_event
        where merchant_id = ${merchantId}::uuid and outcome = 'quarantined') as quarantined`;
  if (row === undefined) throw new Error("a count without a row");
  return row;
}
