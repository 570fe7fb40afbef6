import type { SkuChoice } from "@/features/purchasing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** More than a list to choose from can hold. */
const maxChoices = 500;

/** The SKUs that can be bought, by name, each with what it cost last. */
export function listSkuChoices(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<SkuChoice[]> {
  return tx.$queryRaw<SkuChoice[]>`
    select k.id as "skuId", k.code, concat_ws(' ', p.title, nullif(k.option_name, '')) as title,
      coalesce(b.unit_cost_fen, k.cost_fen) as "unitCostFen"
    from sku k
    join product p on p.merchant_id = k.merchant_id and p.id = k.product_id
    left join lateral (
      select l.unit_cost_fen from purchase_line l
      join purchase_order u on u.merchant_id = l.merchant_id and u.id = l.purchase_order_id
      where l.merchant_id = k.merchant_id and l.sku_id = k.id and u.state <> 'draft'
      order by u.ordered_at desc nulls last limit 1) b on true
    where k.merchant_id = ${merchantId}::uuid and p.status <> 'archived'
    order by p.title, k.position, k.id limit ${maxChoices}`;
}
