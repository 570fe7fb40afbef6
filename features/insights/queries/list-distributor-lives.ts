import type { DistributorLife } from "@/domain/metrics/life-cycle";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

export type LivingDistributor = DistributorLife & {
  distributorId: string;
  customerId: string;
  name: string;
  appliedDay: string;
};

const dayOf = (column: string) =>
  Prisma.raw(`to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`);

/**
 * The days of the lives of all distributors, or of one. Whoever was refused has applied and was not approved;
 * whoever was frozen had been.
 * @param distributorId no other merchant's is found
 */
export async function listDistributorLives(
  tx: MerchantTx,
  { merchantId, distributorId }: { merchantId: string; distributorId?: string },
): Promise<LivingDistributor[]> {
  const one = distributorId ? Prisma.sql`and d.id::text = ${distributorId}` : Prisma.empty;
  return tx.$queryRaw<LivingDistributor[]>`
    select d.id as "distributorId", d.customer_id as "customerId", d.display_name as name,
      ${dayOf("d.applied_at")} as "appliedDay",
      case when d.status in ('approved', 'frozen') then ${dayOf("d.decided_at")} end as "approvedDay",
      to_char(f.shared, 'YYYY-MM-DD') as "firstShareDay", to_char(f.sold, 'YYYY-MM-DD') as "firstOrderDay",
      to_char(f.sold_last, 'YYYY-MM-DD') as "lastOrderDay"
    from distributor d
    left join slice s on s.merchant_id = d.merchant_id and s.kind = 'distributor' and s.key = d.id::text
    left join lateral (
      select min(day) filter (where openings > 0) as shared, min(day) filter (where orders > 0) as sold,
        max(day) filter (where orders > 0) as sold_last
      from day_figure where merchant_id = d.merchant_id and slice_id = s.id) f on true
    where d.merchant_id = ${merchantId}::uuid ${one}`;
}
