import type { AnomalyThresholds, DistributorFacts } from "@/domain/metrics/anomalies";
import type { DayWindow } from "@/domain/metrics/window";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** What a distributor did in a window, as far as it is kept; reports stand in a table of their own. */
export type SuspectFacts = Omit<DistributorFacts, "offPlatformReports">;
export type Suspect = DayWindow & { distributorId: string } & SuspectFacts;

/**
 * Per window the distributors whom one of the rules may find odd; domain/metrics/anomalies.ts judges them.
 * Clicks by others and paid orders come from the roll-ups, whole calendar months as one row each.
 */
export async function findSuspects(
  tx: MerchantTx,
  asked: { merchantId: string; windows: readonly DayWindow[]; thresholds: AnomalyThresholds },
): Promise<Suspect[]> {
  const { merchantId, windows } = asked;
  const { clicksWithoutOrder, ordersWithoutClick, ownOrders, ringOrders } = asked.thresholds;
  const from = windows.map((window) => window.from);
  const to = windows.map((window) => window.to);
  return tx.$queryRaw<Suspect[]>`${plannedAnew}
    with asked as materialized (
      select from_day, to_day,
        date_trunc('month', from_day::timestamp + interval '1 month - 1 day')::date as whole_from,
        date_trunc('month', to_day::timestamp)::date as whole_until
      from unnest(${from}::date[], ${to}::date[]) w (from_day, to_day)),
    edge as materialized (
      select from_day, to_day, d::date as day
      from asked cross join lateral generate_series(from_day::timestamp, to_day - interval '1 day', interval '1 day') d
      where whole_from >= whole_until or d < whole_from or d >= whole_until),
    own as materialized (
      select id as slice_id, key::uuid as distributor_id from slice
      where merchant_id = ${merchantId}::uuid and kind = 'distributor'),
    part as (
      select from_day, to_day, distributor_id, openings, orders
      from own join month_figure f on f.merchant_id = ${merchantId}::uuid and f.slice_id = own.slice_id
      join asked on f.month >= whole_from and f.month < whole_until
      union all
      select from_day, to_day, distributor_id, openings, orders
      from (select distinct day from edge) once
      join day_figure f on f.merchant_id = ${merchantId}::uuid and f.day = once.day
      join own on own.slice_id = f.slice_id
      join edge on edge.day = f.day),
    did as materialized (
      select from_day, to_day, distributor_id, sum(openings)::int as clicks, sum(orders)::int as orders
      from part group by from_day, to_day, distributor_id),
    odd as materialized (
      select from_day, to_day, distributor_id, count(*) filter (where has_no_click)::int as unclicked,
        count(*) filter (where is_refunded)::int as refunded,
        count(distinct customer_id) filter (where is_refunded)::int as payers,
        count(*) filter (where to_own_address)::int as near, count(*) filter (where by_own_payer)::int as self_paid
      from asked join odd_order o on o.merchant_id = ${merchantId}::uuid and o.day >= from_day and o.day < to_day
      group by from_day, to_day, distributor_id)
    select to_char(from_day, 'YYYY-MM-DD') as from,
      to_char(to_day, 'YYYY-MM-DD') as to,
      distributor_id as "distributorId",
      coalesce(clicks, 0) as clicks, coalesce(orders, 0) as orders,
      coalesce(unclicked, 0) as "ordersWithoutClick", coalesce(refunded, 0) as "refundedOrders",
      coalesce(payers, 0) as "refundedPayers", coalesce(near, 0) as "ordersToOwnAddress",
      coalesce(self_paid, 0) as "ordersByOwnPayer"
    from did d full join odd o using (from_day, to_day, distributor_id)
    where (coalesce(orders, 0) = 0 and clicks >= ${clicksWithoutOrder}) or unclicked >= ${ordersWithoutClick}
      or greatest(near, self_paid) >= ${ownOrders} or refunded >= ${ringOrders}`;
}
