import { HOP_WAIT_MINUTES } from "@/domain/metrics/hop-wait";
import { MAX_HOPS } from "@/domain/metrics/share-tree";
import { factsOfSharing } from "@/features/insights/queries/facts-of-sharing";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** Writes what each day added to the forest; the nodes have been written before. */
export async function writeShareDays(tx: MerchantTx, merchantId: string): Promise<void> {
  const bounds = HOP_WAIT_MINUTES.map((minutes) => minutes * 60);
  await tx.$executeRaw`${plannedAnew}
    with ${factsOfSharing(merchantId)},
    seen as (
      select (p.first_seen_at at time zone 'Asia/Shanghai')::date as day, count(*)::int as people,
        coalesce(sum(n.soon_children), 0)::int as soon
      from person p left join share_node n on n.merchant_id = ${merchantId}::uuid and n.person_id = p.person
      group by 1),
    hop as materialized (
      select (n.brought_at at time zone 'Asia/Shanghai')::date as day, least(n.depth, ${MAX_HOPS}) as depth,
        1 + width_bucket(extract(epoch from n.brought_at - coalesce(b.brought_at, b.first_seen_at)),
          ${bounds}::numeric[]) as wait
      from share_node n
      join share_node b on b.merchant_id = n.merchant_id and b.person_id = n.parent_id
      where n.merchant_id = ${merchantId}::uuid),
    day as (select day from seen union select day from hop),
    deep as (
      select d.day, array_agg(coalesce(h.people, 0) order by g.at) as depths
      from day d cross join generate_series(1, ${MAX_HOPS}) g (at)
      left join (select day, depth, count(*)::int as people from hop group by day, depth) h
        on h.day = d.day and h.depth = g.at
      group by d.day),
    late as (
      select d.day, array_agg(coalesce(h.people, 0) order by g.at) as waits
      from day d cross join generate_series(1, ${bounds.length + 1}) g (at)
      left join (select day, wait, count(*)::int as people from hop group by day, wait) h
        on h.day = d.day and h.wait = g.at
      group by d.day),
    fresh as materialized (
      select d.day, coalesce(s.people, 0) as seen, coalesce(s.soon, 0) as soon, e.depths, l.waits
      from day d join deep e using (day) join late l using (day) left join seen s using (day)),
    gone as (
      delete from share_day d where d.merchant_id = ${merchantId}::uuid and d.day not in (select day from fresh))
    insert into share_day as d (merchant_id, day, seen, soon_children, depths, waits)
    select ${merchantId}::uuid, day, seen, soon, depths, waits from fresh
    on conflict (merchant_id, day) do update set seen = excluded.seen, soon_children = excluded.soon_children,
      depths = excluded.depths, waits = excluded.waits
    where (d.seen, d.soon_children, d.depths, d.waits)
      is distinct from (excluded.seen, excluded.soon_children, excluded.depths, excluded.waits)`;
}
