import type { DistributorFilter, StaffDistributorSummary } from "@/features/distributors/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";

const pageSize = 20;

/** The merchant's distributors that match, newest application first. */
export async function listDistributors(
  tx: MerchantTx,
  merchantId: string,
  filter: DistributorFilter,
): Promise<{ distributors: StaffDistributorSummary[]; nextCursor: string | null }> {
  const status = filter.status ?? null;
  const text = filter.text ? `%${filter.text.replace(/[\\%_]/g, "\\$&")}%` : null;
  const after = readCursor(filter.cursor);
  const rows = await tx.$queryRaw<StaffDistributorSummary[]>`
    with page as (
      select d.*, c.nickname from distributor d
      join customer c on c.merchant_id = d.merchant_id and c.id = d.customer_id
      where d.merchant_id = ${merchantId}::uuid
        and (${status}::text is null or d.status::text = ${status})
        and (${text}::text is null or d.display_name ilike ${text} or c.nickname ilike ${text})
        and (${after?.createdAt ?? null}::timestamptz is null
          or (d.applied_at, d.id) < (${after?.createdAt ?? null}, ${after?.id ?? null}::uuid))
      order by d.applied_at desc, d.id desc limit ${pageSize + 1}
    )
    select d.id as "distributorId", d.display_name as "displayName", d.nickname,
      d.status::text as status, d.applied_at as "appliedAt", d.application_text as "applicationText",
      p.display_name as "parentName", sold.orders as "orderCount", sold.fen as "salesFen",
      earned.fen as "commissionFen"
    from page d
    left join distributor p on p.merchant_id = d.merchant_id and p.id = d.parent_distributor_id
    cross join lateral (
      select count(*)::int as orders, coalesce(sum(goods_fen - discount_fen), 0)::bigint as fen
      from orders where merchant_id = d.merchant_id and level1_distributor_id = d.id and paid_fen > 0
    ) sold
    cross join lateral (
      select coalesce(sum(commission_fen - clawed_back_fen), 0)::bigint as fen
      from commission where merchant_id = d.merchant_id and distributor_id = d.id
    ) earned
    order by d.applied_at desc, d.id desc`;
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const nextCursor =
    rows.length > pageSize && last
      ? writeCursor({ createdAt: last.appliedAt, id: last.distributorId })
      : null;
  return { distributors: page, nextCursor };
}
