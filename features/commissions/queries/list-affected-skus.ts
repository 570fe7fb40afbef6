import type { CommissionScope } from "@/domain/commissions/resolve-rule";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A SKU on sale with what a rule needs to know of it. */
export type AffectedSku = {
  skuId: string;
  productId: string;
  productTitle: string;
  optionName: string;
  /** Nearest first. */
  categoryIds: string[];
  priceFen: bigint;
  costFen: bigint;
};

/** A category tree deeper than this is cut. */
const maxDepth = 10;
/** What one preview computes at most. */
const maxSkus = 2_000;

/**
 * The SKUs on sale that a rule of this scope can concern: one SKU, a product's, those of a category
 * and everything below it, or all of them.
 */
export async function listAffectedSkus(
  tx: MerchantTx,
  place: { merchantId: string; scope: CommissionScope; scopeId: string },
): Promise<AffectedSku[]> {
  const { merchantId, scope, scopeId } = place;
  return tx.$queryRaw<AffectedSku[]>`
    with recursive ancestor as (
      select id as category_id, id, parent_id, 0 as depth from category
      where merchant_id = ${merchantId}::uuid
      union all
      select a.category_id, c.id, c.parent_id, a.depth + 1 from ancestor a
      join category c on c.merchant_id = ${merchantId}::uuid and c.id = a.parent_id
      where a.depth < ${maxDepth}
    ), path as (
      select category_id, array_agg(id order by depth) as ids from ancestor group by category_id
    )
    select s.id as "skuId", p.id as "productId", p.title as "productTitle",
      s.option_name as "optionName", path.ids as "categoryIds",
      s.unit_price_fen as "priceFen", s.cost_fen as "costFen"
    from sku s
    join product p on p.merchant_id = ${merchantId}::uuid and p.id = s.product_id
    join path on path.category_id = p.category_id
    where s.merchant_id = ${merchantId}::uuid and s.is_active and p.status <> 'archived'
      and case ${scope} when 'sku' then s.id = ${scopeId}::uuid
        when 'product' then p.id = ${scopeId}::uuid
        when 'category' then ${scopeId}::uuid = any(path.ids)
        else true end
    order by p.position, p.id, s.position, s.id limit ${maxSkus}`;
}
