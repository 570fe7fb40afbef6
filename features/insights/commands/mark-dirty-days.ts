import { markMovedProducts } from "@/features/insights/commands/mark-moved-products";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** Transactions commit in another order than they began: what was written so long before is looked at again. */
const overlapMs = 5 * 60_000;

/**
 * Marks the days whose facts are newer than their roll-up: of everything that has come in since the last
 * look, by the moment of its arrival. The first look of a merchant finds all days. Who becomes a
 * distributor has been the one of their links' openings since the first.
 */
export async function markDirtyDays(
  tx: MerchantTx,
  { merchantId, now }: { merchantId: string; now: Date },
): Promise<void> {
  const state = await tx.rollupState.findUnique({ where: { merchantId } });
  const since = new Date((state?.scannedUntil.getTime() ?? 0) - overlapMs);
  await tx.$executeRaw`${plannedAnew}
    with arrived as (
      select at, received_at as came from event
      where merchant_id = ${merchantId}::uuid and received_at >= ${since}
      union all
      select clicked_at, clicked_at from share_click
      where merchant_id = ${merchantId}::uuid and clicked_at >= ${since}
      union all
      select paid_at, paid_at from orders where merchant_id = ${merchantId}::uuid and paid_at >= ${since}
      union all
      select succeeded_at, succeeded_at from refund
      where merchant_id = ${merchantId}::uuid and succeeded_at >= ${since}
      union all
      -- Imports mark their days themselves; the first look finds those of before.
      select sold_at, sold_at from history_order
      where merchant_id = ${merchantId}::uuid and ${state === null}
      union all
      select created_at, created_at from review
      where merchant_id = ${merchantId}::uuid and created_at >= ${since}
      union all
      select first_seen_at, first_seen_at from visitor
      where merchant_id = ${merchantId}::uuid and first_seen_at >= ${since}
      union all
      select d.day::timestamp at time zone 'Asia/Shanghai', v.joined_at from visitor v
      join day_person d on d.merchant_id = v.merchant_id and d.person_id = v.id
      where v.merchant_id = ${merchantId}::uuid and v.joined_at >= ${since}
      union all
      select c.clicked_at, d.applied_at from distributor d
      join share_link l on l.merchant_id = d.merchant_id and l.sharer_customer_id = d.customer_id
      join share_click c on c.merchant_id = l.merchant_id and c.link_id = l.id
      where d.merchant_id = ${merchantId}::uuid and d.applied_at >= ${since}),
    touched as (
      select (at at time zone 'Asia/Shanghai')::date as day, max(came) as came from arrived group by 1)
    insert into rollup_dirty (merchant_id, what, day, marked_at)
    select ${merchantId}::uuid, 'facts', t.day, ${now} from touched t
    left join rollup_day r on r.merchant_id = ${merchantId}::uuid and r.day = t.day
    where r.rolled_at is null or t.came >= r.rolled_at - make_interval(secs => ${overlapMs / 1000})
    on conflict do nothing`;
  await markMovedProducts(tx, { merchantId, now });
  await tx.$executeRaw`${plannedAnew}
    insert into rollup_state (merchant_id, scanned_until) values (${merchantId}::uuid, ${now})
    on conflict (merchant_id) do update set scanned_until = greatest(rollup_state.scanned_until, excluded.scanned_until)`;
}
