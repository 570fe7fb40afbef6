import type { CommissionScope } from "@/domain/commissions/resolve-rule";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Whether the merchant has what a rule would be about. Another merchant's id does not exist here. */
export async function ruleTargetExists(
  tx: MerchantTx,
  place: { merchantId: string; scope: CommissionScope; scopeId: string | null },
): Promise<boolean> {
  const { merchantId, scope, scopeId } = place;
  if (scopeId === null) return scope === "merchant";
  const where = { merchantId, id: scopeId };
  const count = {
    sku: () => tx.sku.count({ where }),
    product: () => tx.product.count({ where }),
    category: () => tx.category.count({ where }),
    grade: () => tx.distributorGrade.count({ where }),
    merchant: () => Promise.resolve(0),
  } satisfies Record<CommissionScope, () => Promise<number>>;
  return (await count[scope]()) > 0;
}
