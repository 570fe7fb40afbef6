import { WHOLE_FOREST } from "@/domain/metrics/share-tree";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** Writes whose first orders were paid on which day, and what all distributors together did on it. */
export async function sumDistributorDays(tx: MerchantTx, merchantId: string): Promise<void> {
  await writeFirstOrders(tx, merchantId);
  await tx.$executeRaw`${plannedAnew}
    with bought as (
      select day, sum(buyers)::int as new_buyers from first_order_day
      where merchant_id = ${merchantId}::uuid and distributor_id <> ${WHOLE_FOREST}::uuid group by day),
    did as (
      select f.day, sum(f.openings)::int as openings, sum(f.orders)::int as orders,
        sum(f.gross_fen)::bigint as gross_fen, sum(f.refund_fen)::bigint as refund_fen,
        sum(f.commission1_fen)::bigint as commission1_fen, sum(f.commission2_fen)::bigint as commission2_fen,
        sum(f.clawed_back_fen)::bigint as clawed_back_fen
      from slice s join day_figure f on f.merchant_id = s.merchant_id and f.slice_id = s.id
      where s.merchant_id = ${merchantId}::uuid and s.kind = 'distributor' group by f.day),
    fresh as materialized (
      select d.*, coalesce(b.new_buyers, 0) as new_buyers from did d left join bought b using (day)),
    gone as (
      delete from distributor_day d where d.merchant_id = ${merchantId}::uuid and d.day not in (select day from fresh))
    insert into distributor_day as d (merchant_id, day, openings, orders, gross_fen, refund_fen, commission1_fen,
      commission2_fen, clawed_back_fen, new_buyers)
    select ${merchantId}::uuid, day, openings, orders, gross_fen, refund_fen, commission1_fen, commission2_fen,
      clawed_back_fen, new_buyers from fresh
    on conflict (merchant_id, day) do update set openings = excluded.openings, orders = excluded.orders,
      gross_fen = excluded.gross_fen, refund_fen = excluded.refund_fen, commission1_fen = excluded.commission1_fen,
      commission2_fen = excluded.commission2_fen, clawed_back_fen = excluded.clawed_back_fen,
      new_buyers = excluded.new_buyers
    where (d.openings, d.orders, d.gross_fen, d.refund_fen, d.commission1_fen, d.commission2_fen, d.clawed_back_fen, d.new_buyers)
      is distinct from (excluded.openings, excluded.orders, excluded.gross_fen, excluded.refund_fen,
        excluded.commission1_fen, excluded.commission2_fen, excluded.clawed_back_fen, excluded.new_buyers)`;
}

async function writeFirstOrders(tx: MerchantTx, merchantId: string): Promise<void> {
  await tx.$executeRaw`${plannedAnew}
    with first as (
      select distinct on (customer_id) (paid_at at time zone 'Asia/Shanghai')::date as day,
        coalesce(level1_distributor_id, ${WHOLE_FOREST}::uuid) as distributor_id
      from orders where merchant_id = ${merchantId}::uuid and paid_at is not null
      order by customer_id, paid_at, id),
    fresh as materialized (select distributor_id, day, count(*)::int as buyers from first group by 1, 2),
    gone as (
      delete from first_order_day d where d.merchant_id = ${merchantId}::uuid
        and not exists (select from fresh f where f.distributor_id = d.distributor_id and f.day = d.day))
    insert into first_order_day as d (merchant_id, distributor_id, day, buyers)
    select ${merchantId}::uuid, distributor_id, day, buyers from fresh
    on conflict (merchant_id, distributor_id, day) do update set buyers = excluded.buyers
    where d.buyers <> excluded.buyers`;
}
