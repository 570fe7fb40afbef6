import type { ReportView } from "@/features/reports/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

/** Reports as staff see them. @param which conditions after WHERE, order and limit */
export async function selectReports(
  tx: MerchantTx,
  merchantId: string,
  which: Prisma.Sql,
): Promise<ReportView[]> {
  return tx.$queryRaw<ReportView[]>(Prisma.sql`
    select r.id as "reportId", r.state::text as state, r.created_at as "createdAt",
      r.customer_id as "customerId", c.nickname, r.distributor_id as "distributorId",
      coalesce(d.display_name, '') as "distributorName", r.about, r.content, o.order_no as "orderNo",
      r.product_id as "productId", coalesce(p.title, '') as "productTitle", r.note,
      r.decided_at as "decidedAt", coalesce(s.name, '') as "decidedByName"
    from off_platform_report r
    join customer c on c.merchant_id = r.merchant_id and c.id = r.customer_id
    left join distributor d on d.merchant_id = r.merchant_id and d.id = r.distributor_id
    left join orders o on o.merchant_id = r.merchant_id and o.id = r.order_id
    left join product p on p.merchant_id = r.merchant_id and p.id = r.product_id
    left join staff s on s.merchant_id = r.merchant_id and s.id = r.decided_by
    where r.merchant_id = ${merchantId}::uuid ${which}`);
}
