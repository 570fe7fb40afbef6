import type { StaffOrderView } from "@/features/orders/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** More would not be read on one page, and no order has so many. */
const maxEntries = 100;

/** Who did what to an order, oldest first. Customers appear by nickname, staff by name. */
export async function listOrderTimeline(
  tx: MerchantTx,
  merchantId: string,
  orderId: string,
): Promise<StaffOrderView["timeline"]> {
  return tx.$queryRaw<StaffOrderView["timeline"]>`
    select a.at, a.action, a.actor_kind as "actorKind",
      coalesce(s.name, c.nickname, '') as "actorName"
    from audit_entry a
    left join staff s on a.actor_kind = 'staff' and s.merchant_id = a.merchant_id and s.id = a.actor_id
    left join customer c
      on a.actor_kind = 'customer' and c.merchant_id = a.merchant_id and c.id = a.actor_id
    where a.merchant_id = ${merchantId}::uuid and a.object_kind = 'order'
      and a.object_id = ${orderId}::uuid
    order by a.at, a.id limit ${maxEntries}`;
}
