import { resolveLevels } from "@/domain/attribution/resolve-levels";
import type { Attribution } from "@/features/bindings/schema";
import type { MerchantPolicy } from "@/features/merchants/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Standing = "applied" | "approved" | "refused" | "frozen";

type Row = MerchantPolicy & {
  bindingId: string | null;
  clickId: string | null;
  distributorId: string | null;
  distributorStatus: Standing | null;
  parentId: string | null;
  parentStatus: Standing | null;
  buyerDistributorId: string | null;
};

/**
 * Who would earn from an order that this customer places now, for the order's snapshot: the live
 * binding, its distributor and that one's parent, under the policy in force, which comes with it so
 * that both are of the same moment. One statement. All ids are null where nobody earns (money.md 1).
 */
export async function getAttribution(
  tx: MerchantTx,
  question: { merchantId: string; customerId: string; now: Date },
): Promise<Attribution & { policy: MerchantPolicy }> {
  const { merchantId, customerId, now } = question;
  const [row] = await tx.$queryRaw<Row[]>`
    select b.id as "bindingId", b.click_id as "clickId",
      d.id as "distributorId", d.status as "distributorStatus",
      p.id as "parentId", p.status as "parentStatus",
      (select id from distributor where merchant_id = ${merchantId}::uuid
        and customer_id = ${customerId}::uuid) as "buyerDistributorId",
      policy.version, policy.attribution_mode as "attributionMode",
      policy.validity_days as "validityDays", policy.protection_days as "protectionDays",
      policy.allow_self_purchase as "allowSelfPurchase", policy.level2_enabled as "level2Enabled",
      policy.hold_days as "holdDays", policy.commission_cap_bps as "commissionCapBps",
      policy.payment_minutes as "paymentMinutes", policy.auto_receive_days as "autoReceiveDays",
      policy.payment_fee_bps as "paymentFeeBps",
      policy.traditional_rake_bps as "traditionalRakeBps", policy.created_at as "createdAt"
    from (select * from merchant_policy
          where merchant_id = ${merchantId}::uuid order by version desc limit 1) policy
    left join lateral (
      select id, click_id, distributor_id from customer_binding
      where merchant_id = ${merchantId}::uuid and customer_id = ${customerId}::uuid
        and bound_at <= ${now} and valid_until > ${now}
      order by bound_at desc limit 1) b on true
    left join distributor d on d.merchant_id = ${merchantId}::uuid and d.id = b.distributor_id
    left join distributor p on p.merchant_id = ${merchantId}::uuid and p.id = d.parent_distributor_id`;
  if (row === undefined) throw new Error("the merchant has no policy");
  const { bindingId, clickId, distributorId, ...rest } = row;
  const { distributorStatus, parentId, parentStatus, buyerDistributorId, ...policy } = rest;
  const levels = resolveLevels({
    distributor: standing(distributorId, distributorStatus),
    parent: standing(parentId, parentStatus),
    level2Enabled: policy.level2Enabled,
    buyerDistributorId,
    allowSelfPurchase: policy.allowSelfPurchase,
  });
  if (levels.level1 === null) return { ...nobody, policy };
  return {
    bindingId,
    clickId,
    level1DistributorId: levels.level1,
    level2DistributorId: levels.level2,
    policy,
  };
}

const nobody: Attribution = {
  bindingId: null,
  clickId: null,
  level1DistributorId: null,
  level2DistributorId: null,
};

function standing(id: string | null, status: Standing | null) {
  return id === null || status === null ? null : { id, status };
}
