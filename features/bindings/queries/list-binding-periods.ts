import type { BindingPeriodView } from "@/features/bindings/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** More changes than this nobody has; the newest are kept. */
const maxPeriods = 200;

/** Every period in which a customer belonged to somebody, the oldest first, with who and why. */
export async function listBindingPeriods(
  tx: MerchantTx,
  question: { merchantId: string; customerId: string },
): Promise<BindingPeriodView[]> {
  const { merchantId, customerId } = question;
  const newestFirst = await tx.$queryRaw<BindingPeriodView[]>`
    select b.id as "bindingId", b.click_id as "clickId", b.distributor_id as "distributorId",
      d.display_name as "distributorName", d.status::text as "distributorStatus",
      b.source, b.reason, coalesce(staff.name, '') as "boundByName",
      b.bound_at as "boundAt", b.valid_until as "validUntil", placed.count as "orderCount"
    from customer_binding b
    join distributor d on d.merchant_id = b.merchant_id and d.id = b.distributor_id
    left join staff on staff.merchant_id = b.merchant_id and staff.id = b.bound_by
    cross join lateral (
      select count(*)::int as count from orders o
      where o.merchant_id = b.merchant_id and o.customer_id = b.customer_id and o.binding_id = b.id
    ) placed
    where b.merchant_id = ${merchantId}::uuid and b.customer_id = ${customerId}::uuid
    order by b.bound_at desc, b.created_at desc limit ${maxPeriods}`;
  return newestFirst.reverse();
}
