import type { CommissionRuleView } from "@/features/commissions/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** More rules than this are a mistake of an import, not a policy. */
const maxRules = 2_000;

/** All rules of a merchant in the version in force, the most special first, level 1 before level 2. */
export async function listRules(tx: MerchantTx, merchantId: string): Promise<CommissionRuleView[]> {
  return tx.$queryRaw<CommissionRuleView[]>`
    select r.id as "ruleId", v.version, r.scope,
      case when r.scope <> 'merchant' then r.scope_id end as "scopeId",
      case r.scope
        when 'sku' then (select concat_ws(' ', p.title, nullif(s.option_name, '')) from sku s
          join product p on p.merchant_id = s.merchant_id and p.id = s.product_id
          where s.merchant_id = r.merchant_id and s.id = r.scope_id)
        when 'product' then (select title from product where merchant_id = r.merchant_id and id = r.scope_id)
        when 'category' then (select name from category where merchant_id = r.merchant_id and id = r.scope_id)
        when 'grade' then (select name from distributor_grade where merchant_id = r.merchant_id and id = r.scope_id)
        else '' end as "scopeName",
      r.level, v.enabled, v.rate_bps as "rateBps", v.fixed_fen_per_unit as "fixedFenPerUnit",
      v.created_at as "changedAt"
    from commission_rule r
    join lateral (
      select version, enabled, rate_bps, fixed_fen_per_unit, created_at from commission_rule_version
      where merchant_id = r.merchant_id and rule_id = r.id order by version desc limit 1) v on true
    where r.merchant_id = ${merchantId}::uuid
    order by r.scope, "scopeName", r.scope_id, r.level limit ${maxRules}`;
}
