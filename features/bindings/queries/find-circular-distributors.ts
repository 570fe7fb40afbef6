import type { MerchantTx } from "@/lib/db/in-merchant";

/** A longer chain of "belongs to" is not followed. */
const maxChain = 100;

/**
 * Which of `distributorIds` belong, directly or through others, to `ownDistributorId` at or after
 * `since`: binding their owner to one of them would close a circle (money.md 6, clause 10).
 */
export async function findCircularDistributors(
  tx: MerchantTx,
  question: {
    merchantId: string;
    ownDistributorId: string;
    distributorIds: readonly string[];
    since: Date;
  },
): Promise<Set<string>> {
  const { merchantId, ownDistributorId, distributorIds, since } = question;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive chain as (
      select id as start_id, id, customer_id, 0 as depth from distributor
      where merchant_id = ${merchantId}::uuid and id = any(${[...distributorIds]}::uuid[])
      union
      select chain.start_id, d.id, d.customer_id, chain.depth + 1
      from chain
      join customer_binding b on b.merchant_id = ${merchantId}::uuid
        and b.customer_id = chain.customer_id and b.valid_until > ${since}
      join distributor d on d.merchant_id = ${merchantId}::uuid and d.id = b.distributor_id
      where chain.depth < ${maxChain} and chain.id <> ${ownDistributorId}::uuid
    )
    select distinct start_id as id from chain
    where id = ${ownDistributorId}::uuid and depth > 0`;
  return new Set(rows.map(({ id }) => id));
}
