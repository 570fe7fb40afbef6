import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/**
 * Sums up the tree from its deepest people to its roots, one hop at a time: whoever has nobody below them
 * ends at 0. Linear in people however deep somebody drives a chain.
 */
export async function sumShareTree(tx: MerchantTx, merchantId: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ depth: number | null }[]>`${plannedAnew}
    select max(depth) as depth from share_node where merchant_id = ${merchantId}::uuid`;
  for (let depth = row?.depth ?? -1; depth >= 0; depth -= 1) {
    await tx.$executeRaw`${plannedAnew}
      update share_node n set below_hops = b.hops, below_people = b.people, below_orders = b.orders, below_fen = b.fen
      from (
        select p.person_id, coalesce(max(c.below_hops) + 1, 0) as hops,
          coalesce(sum(c.below_people + 1), 0)::int as people,
          coalesce(sum(c.below_orders + c.orders), 0)::int as orders,
          coalesce(sum(c.below_fen + c.net_fen), 0)::bigint as fen
        from share_node p
        left join share_node c on c.merchant_id = ${merchantId}::uuid and c.depth = ${depth + 1}
          and c.parent_id = p.person_id
        where p.merchant_id = ${merchantId}::uuid and p.depth = ${depth}
        group by p.person_id) b
      where n.merchant_id = ${merchantId}::uuid and n.person_id = b.person_id
        and (n.below_hops, n.below_people, n.below_orders, n.below_fen)
          is distinct from (b.hops, b.people, b.orders, b.fen)`;
  }
}
