import type { Window } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/**
 * Visitors of the boards (`visited` in facts-of-people.ts) between two moments, because today ends now:
 * who opened a share link, came for the first time, sent an act from the mall's pages, paid or reviewed.
 * Browsers that belong to one customer are one person.
 */
export async function countVisitors(
  tx: MerchantTx,
  { merchantId, from, to }: Window,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ value: number }[]>`${plannedAnew}
    select count(distinct person)::int as value from (
      select coalesce(v.customer_id, v.id) as person from share_click k
      join visitor v on v.merchant_id = k.merchant_id and v.id = k.visitor_id
      where k.merchant_id = ${merchantId}::uuid and k.clicked_at >= ${from} and k.clicked_at < ${to}
      union all
      select coalesce(customer_id, id) from visitor
      where merchant_id = ${merchantId}::uuid and first_seen_at >= ${from} and first_seen_at < ${to}
      union all
      select coalesce(v.customer_id, e.visitor_id) from event e
      left join visitor v on v.merchant_id = e.merchant_id and v.id = e.visitor_id
      where e.merchant_id = ${merchantId}::uuid and e.at >= ${from} and e.at < ${to}
        and e.kind not in ('dwell', 'share_set')
      union all
      select customer_id from orders
      where merchant_id = ${merchantId}::uuid and paid_at >= ${from} and paid_at < ${to}
      union all
      select customer_id from review
      where merchant_id = ${merchantId}::uuid and created_at >= ${from} and created_at < ${to}
    ) seen`;
  return row?.value ?? 0;
}
