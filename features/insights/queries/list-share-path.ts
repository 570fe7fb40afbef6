import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * A person of the share tree with everybody above them, the root first.
 * @returns nobody for who is not in the merchant's tree
 */
export async function listSharePath(
  tx: MerchantTx,
  { merchantId, personId }: { merchantId: string; personId: string },
): Promise<{ personId: string; name: string }[]> {
  return tx.$queryRaw<{ personId: string; name: string }[]>`
    with recursive path as (
      select person_id, parent_id, depth from share_node
      where merchant_id = ${merchantId}::uuid and person_id = ${personId}::uuid
      union all
      select n.person_id, n.parent_id, n.depth from path p
      join share_node n on n.merchant_id = ${merchantId}::uuid and n.person_id = p.parent_id)
    select p.person_id as "personId", coalesce(d.display_name, c.nickname, '') as name
    from path p
    left join customer c on c.merchant_id = ${merchantId}::uuid and c.id = p.person_id
    left join distributor d on d.merchant_id = ${merchantId}::uuid and d.customer_id = p.person_id
    order by p.depth`;
}
