import { type ResolvedLevels, resolveLevels } from "@/domain/attribution/resolve-levels";
import type { Attribution } from "@/features/bindings/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Standing = "applied" | "approved" | "refused" | "frozen";

type Row = {
  bindingId: string | null;
  clickId: string | null;
  distributorId: string | null;
  distributorStatus: Standing | null;
  parentId: string | null;
  parentStatus: Standing | null;
  buyerDistributorId: string | null;
  level2Enabled: boolean;
  allowSelfPurchase: boolean;
};

/**
 * Who would earn from an order that this customer places now, for the order's snapshot: the live
 * binding, its distributor and that one's parent, under the policy in force. One statement.
 * All fields are null where nobody earns (money.md 1).
 */
export async function getAttribution(
  tx: MerchantTx,
  question: { merchantId: string; customerId: string; now: Date },
): Promise<Attribution> {
  const { merchantId, customerId, now } = question;
  const [row] = await tx.$queryRaw<Row[]>`
    select b.id as "bindingId", b.click_id as "clickId",
      d.id as "distributorId", d.status as "distributorStatus",
      p.id as "parentId", p.status as "parentStatus",
      (select id from distributor where merchant_id = ${merchantId}::uuid
        and customer_id = ${customerId}::uuid) as "buyerDistributorId",
      policy.level2_enabled as "level2Enabled", policy.allow_self_purchase as "allowSelfPurchase"
    from (select level2_enabled, allow_self_purchase from merchant_policy
          where merchant_id = ${merchantId}::uuid order by version desc limit 1) policy
    left join lateral (
      select id, click_id, distributor_id from customer_binding
      where merchant_id = ${merchantId}::uuid and customer_id = ${customerId}::uuid
        and bound_at <= ${now} and valid_until > ${now}
      order by bound_at desc limit 1) b on true
    left join distributor d on d.merchant_id = ${merchantId}::uuid and d.id = b.distributor_id
    left join distributor p on p.merchant_id = ${merchantId}::uuid and p.id = d.parent_distributor_id`;
  if (row === undefined) throw new Error("the merchant has no policy");
  const levels = levelsOf(row);
  if (levels.level1 === null) return nobody;
  return {
    bindingId: row.bindingId,
    clickId: row.clickId,
    level1DistributorId: levels.level1,
    level2DistributorId: levels.level2,
  };
}

const nobody: Attribution = {
  bindingId: null,
  clickId: null,
  level1DistributorId: null,
  level2DistributorId: null,
};

function levelsOf(row: Row): ResolvedLevels {
  return resolveLevels({
    distributor: standing(row.distributorId, row.distributorStatus),
    parent: standing(row.parentId, row.parentStatus),
    level2Enabled: row.level2Enabled,
    buyerDistributorId: row.buyerDistributorId,
    allowSelfPurchase: row.allowSelfPurchase,
  });
}

function standing(id: string | null, status: Standing | null) {
  return id === null || status === null ? null : { id, status };
}
