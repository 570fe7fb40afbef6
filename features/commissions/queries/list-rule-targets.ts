import type { CommissionScope } from "@/domain/commissions/resolve-rule";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Something that a rule can be about, by name. */
export type RuleTarget = { scope: CommissionScope; id: string; name: string };

/** A list to choose from. */
const maxTargets = 2_000;

/** Everything that a rule of this merchant can be about, besides the default. */
export async function listRuleTargets(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<RuleTarget[]> {
  return tx.$queryRaw<RuleTarget[]>`
    select * from (
      select 'sku' as scope, s.id, concat_ws(' · ', p.title, nullif(s.option_name, ''), s.code) as name
      from sku s join product p on p.merchant_id = s.merchant_id and p.id = s.product_id
      where s.merchant_id = ${merchantId}::uuid and s.is_active and p.status <> 'archived'
      union all select 'product', id, title from product
      where merchant_id = ${merchantId}::uuid and status <> 'archived'
      union all select 'category', id, name from category where merchant_id = ${merchantId}::uuid
      union all select 'grade', id, name from distributor_grade where merchant_id = ${merchantId}::uuid
    ) target order by scope, name, id limit ${maxTargets}`;
}
