import { factsOfOddOrders } from "@/features/insights/queries/facts-of-odd-orders";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** Makes the orders that have something about them anew; only what changed is written. */
export async function writeOddOrders(tx: MerchantTx, merchantId: string): Promise<void> {
  await tx.$executeRaw`${plannedAnew}
    with ${factsOfOddOrders(merchantId)},
    gone as (
      delete from odd_order o where o.merchant_id = ${merchantId}::uuid
        and not exists (select from odd where odd.order_id = o.order_id))
    insert into odd_order as o (merchant_id, order_id, distributor_id, customer_id, day, has_no_click,
      to_own_address, by_own_payer, is_refunded)
    select ${merchantId}::uuid, order_id, distributor_id, customer_id, day, has_no_click, to_own_address,
      by_own_payer, is_refunded from odd
    on conflict (merchant_id, order_id) do update set distributor_id = excluded.distributor_id,
      customer_id = excluded.customer_id, day = excluded.day, has_no_click = excluded.has_no_click,
      to_own_address = excluded.to_own_address, by_own_payer = excluded.by_own_payer,
      is_refunded = excluded.is_refunded
    where (o.distributor_id, o.customer_id, o.day, o.has_no_click, o.to_own_address, o.by_own_payer, o.is_refunded)
      is distinct from (excluded.distributor_id, excluded.customer_id, excluded.day, excluded.has_no_click,
        excluded.to_own_address, excluded.by_own_payer, excluded.is_refunded)`;
}
