import { K_DAYS } from "@/domain/metrics/k7";
import { factsOfSharing } from "@/features/insights/queries/facts-of-sharing";
import { factsOfSharingSales } from "@/features/insights/queries/facts-of-sharing-sales";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** Everybody who brought somebody or was brought, with their own figures; what is below comes after. */
export async function writeShareNodes(tx: MerchantTx, merchantId: string): Promise<void> {
  await tx.$executeRaw`${plannedAnew}
    with recursive ${factsOfSharing(merchantId)},
    node (person, parent, link, brought_at, depth) as (
      select distinct b.bringer, null::uuid, null::uuid, null::timestamptz, 0 from brought b
      where not exists (select from brought above where above.person = b.bringer)
      union all
      select b.person, b.bringer, b.link, b.at, n.depth + 1 from node n join brought b on b.bringer = n.person),
    bringer as (
      select b.bringer, count(*)::int as children, count(*) filter (
        where b.at >= p.first_seen_at and b.at < p.first_seen_at + make_interval(days => ${K_DAYS}::int))::int as soon
      from brought b join person p on p.person = b.bringer group by b.bringer),
    ${factsOfSharingSales(merchantId)},
    fresh as materialized (
      select n.person, n.parent, n.link, p.first_seen_at, n.brought_at, n.depth,
        coalesce(c.children, 0) as children, coalesce(c.soon, 0) as soon,
        coalesce(s.orders, 0) as orders, coalesce(s.net_fen, 0) as net_fen
      from node n
      join person p on p.person = n.person
      left join bringer c on c.bringer = n.person
      left join sold s on s.person = n.person),
    gone as (
      delete from share_node n where n.merchant_id = ${merchantId}::uuid
        and not exists (select from fresh f where f.person = n.person_id))
    insert into share_node as n (merchant_id, person_id, parent_id, link_id, first_seen_at, brought_at, depth,
      children, soon_children, orders, net_fen)
    select ${merchantId}::uuid, person, parent, link, first_seen_at, brought_at, depth, children, soon, orders, net_fen
    from fresh
    on conflict (merchant_id, person_id) do update set parent_id = excluded.parent_id, link_id = excluded.link_id,
      first_seen_at = excluded.first_seen_at, brought_at = excluded.brought_at, depth = excluded.depth,
      children = excluded.children, soon_children = excluded.soon_children, orders = excluded.orders,
      net_fen = excluded.net_fen
    where (n.parent_id, n.link_id, n.first_seen_at, n.brought_at, n.depth, n.children, n.soon_children, n.orders, n.net_fen)
      is distinct from (excluded.parent_id, excluded.link_id, excluded.first_seen_at, excluded.brought_at,
        excluded.depth, excluded.children, excluded.soon_children, excluded.orders, excluded.net_fen)`;
}
