import { K_DAYS } from "@/domain/metrics/k7";
import { MAX_HOPS, WHOLE_FOREST } from "@/domain/metrics/share-tree";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/**
 * Sums what lies below each person and each link by hop, and the whole forest by depth. Further than
 * MAX_HOPS nobody is counted by hop: they are in the sums of share_node only.
 */
export async function sumShareHops(
  tx: MerchantTx,
  { merchantId, now }: { merchantId: string; now: Date },
): Promise<void> {
  const dueUntil = new Date(now.getTime() - K_DAYS * 86_400_000);
  await tx.$executeRaw`${plannedAnew}
    with recursive own as materialized (
      select person_id, parent_id, link_id, depth, orders, net_fen, case when children > 0 then 1 else 0 end as sharer,
        case when first_seen_at <= ${dueUntil} then 1 else 0 end as due, soon_children as soon
      from share_node where merchant_id = ${merchantId}::uuid),
    pair as (
      select parent_id as root, link_id as link, 1 as hop, orders, net_fen, sharer, due, soon
      from own where parent_id is not null
      union all
      select o.parent_id, o.link_id, p.hop + 1, p.orders, p.net_fen, p.sharer, p.due, p.soon
      from pair p join own o on o.person_id = p.root
      where o.parent_id is not null and p.hop < ${MAX_HOPS}),
    placed as (
      select root as root_id, hop, orders, net_fen, sharer, due, soon from pair
      union all
      select link, hop, orders, net_fen, sharer, due, soon from pair
      union all
      select ${WHOLE_FOREST}::uuid, least(depth, ${MAX_HOPS}), orders, net_fen, sharer, due, soon from own),
    fresh as materialized (
      select root_id, hop, count(*)::int as people, sum(sharer)::int as sharers, sum(due)::int as due_people,
        sum(due * soon)::int as due_children, sum(orders)::int as orders, sum(net_fen)::bigint as net_fen
      from placed group by root_id, hop),
    gone as (
      delete from share_hop h where h.merchant_id = ${merchantId}::uuid
        and not exists (select from fresh f where f.root_id = h.root_id and f.hop = h.hop))
    insert into share_hop as h (merchant_id, root_id, hop, people, sharers, due_people, due_children, orders, net_fen)
    select ${merchantId}::uuid, root_id, hop, people, sharers, due_people, due_children, orders, net_fen from fresh
    on conflict (merchant_id, root_id, hop) do update set people = excluded.people, sharers = excluded.sharers,
      due_people = excluded.due_people, due_children = excluded.due_children, orders = excluded.orders,
      net_fen = excluded.net_fen
    where (h.people, h.sharers, h.due_people, h.due_children, h.orders, h.net_fen) is distinct from (excluded.people,
      excluded.sharers, excluded.due_people, excluded.due_children, excluded.orders, excluded.net_fen)`;
}
