import { type MarginPreview, previewMargin } from "@/domain/commissions/preview-margin";
import {
  type CommissionRule,
  type CommissionScope,
  resolveCommissionRule,
} from "@/domain/commissions/resolve-rule";
import {
  type AffectedSku,
  listAffectedSkus,
} from "@/features/commissions/queries/list-affected-skus";
import { listRules } from "@/features/commissions/queries/list-rules";
import type { SkuMarginView } from "@/features/commissions/schema";
import { getPolicy } from "@/features/merchants/queries/get-policy";
import type { MerchantPolicy } from "@/features/merchants/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { zeroId } from "@/lib/ids/new-id";

/** A rule that is being considered, in the place where it would stand. */
export type ProposedRule = {
  scope: CommissionScope;
  scopeId: string | null;
  level: 1 | 2;
  enabled: boolean;
  rateBps: number | null;
  fixedFenPerUnit: bigint | null;
};

/**
 * What every SKU that the proposed rule can concern would leave, one unit at its price: cost, both
 * commissions by all the rules as they would then be, payment fee, margin, and the traditional
 * channel beside it (F12). Both distributors count as being of the rule's grade, or of none.
 */
export async function previewCommission(
  tx: MerchantTx,
  { merchantId, rule }: { merchantId: string; rule: ProposedRule },
): Promise<SkuMarginView[]> {
  const scopeId = rule.scopeId ?? zeroId;
  const policy = await getPolicy(tx, merchantId);
  const present = await listRules(tx, merchantId);
  const skus = await listAffectedSkus(tx, { merchantId, scope: rule.scope, scopeId });
  const rules = [
    { ...rule, scopeId },
    ...present
      .map((one) => ({ ...one, scopeId: one.scopeId ?? zeroId }))
      .filter((one) => !isSamePlace(one, { ...rule, scopeId })),
  ];
  const gradeId = rule.scope === "grade" ? scopeId : null;
  return skus.map((sku) => ({
    skuId: sku.skuId,
    productTitle: sku.productTitle,
    optionName: sku.optionName,
    priceFen: sku.priceFen,
    costFen: sku.costFen,
    margin: marginOf(sku, rules, policy, gradeId),
  }));
}

function isSamePlace(a: CommissionRule, b: CommissionRule): boolean {
  return a.scope === b.scope && a.scopeId === b.scopeId && a.level === b.level;
}

function marginOf(
  sku: AffectedSku,
  rules: readonly CommissionRule[],
  policy: MerchantPolicy,
  gradeId: string | null,
): MarginPreview {
  return previewMargin({
    priceFen: sku.priceFen,
    costFen: sku.costFen,
    level1Rule: resolveCommissionRule(rules, { ...sku, gradeId, level: 1 }),
    level2Rule: policy.level2Enabled
      ? resolveCommissionRule(rules, { ...sku, gradeId, level: 2 })
      : null,
    capBps: policy.commissionCapBps,
    paymentFeeBps: policy.paymentFeeBps,
    freightSubsidyFen: 0n,
    traditionalRakeBps: policy.traditionalRakeBps,
  });
}
