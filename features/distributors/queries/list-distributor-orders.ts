import { maskName } from "@/domain/attribution/mask-name";
import type { DistributorOrderView } from "@/features/distributors/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Row = Omit<DistributorOrderView, "customerName"> & { nickname: string };

/**
 * The orders that name a distributor on one of their levels, newest first; also those not yet paid,
 * whose commission is still a promise.
 * @param question.before the createdAt of the last row of the page before
 */
export async function listDistributorOrders(
  tx: MerchantTx,
  question: { merchantId: string; distributorId: string; before?: Date | undefined; limit: number },
): Promise<DistributorOrderView[]> {
  const { merchantId, distributorId, limit } = question;
  const before = question.before ?? null;
  // The newest of each level from its own index; `in (level 1, level 2)` would sort all there are.
  const rows = await tx.$queryRaw<Row[]>`
    with named as (
      (select * from orders where merchant_id = ${merchantId}::uuid
         and level1_distributor_id = ${distributorId}::uuid
         and (${before}::timestamptz is null or created_at < ${before}::timestamptz)
       order by created_at desc limit ${limit})
      union all
      (select * from orders where merchant_id = ${merchantId}::uuid
         and level2_distributor_id = ${distributorId}::uuid
         and (${before}::timestamptz is null or created_at < ${before}::timestamptz)
       order by created_at desc limit ${limit})
    )
    select o.id as "orderId", o.order_no as "orderNo", o.state::text as state, customer.nickname,
      case when o.level1_distributor_id = ${distributorId}::uuid then 1 else 2 end as level,
      o.goods_fen - o.discount_fen as "goodsFen", o.created_at as "createdAt",
      coalesce(booked.fen, promised.fen, 0)::bigint as "commissionFen",
      coalesce(booked.back, 0)::bigint as "clawedBackFen"
    from named o
    join customer on customer.merchant_id = o.merchant_id and customer.id = o.customer_id
    cross join lateral (
      select sum(commission_fen) as fen, sum(clawed_back_fen) as back from commission c
      where c.merchant_id = o.merchant_id and c.order_id = o.id
        and c.distributor_id = ${distributorId}::uuid
    ) booked
    cross join lateral (
      select sum(commission_fen) as fen from order_commission_term t
      where t.merchant_id = o.merchant_id and t.order_id = o.id
        and t.distributor_id = ${distributorId}::uuid
    ) promised
    order by o.created_at desc, o.id desc
    limit ${limit}`;
  return rows.map(({ nickname, ...row }) => ({ ...row, customerName: maskName(nickname) }));
}
