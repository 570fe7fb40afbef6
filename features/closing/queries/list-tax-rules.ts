import type { TaxRuleView } from "@/features/closing/schema";
import { toTaxRule } from "@/features/payouts/queries/to-tax-rule";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Every version of the tax rule, the newest first. */
export async function listTaxRules(tx: MerchantTx, merchantId: string): Promise<TaxRuleView[]> {
  const rows = await tx.taxRule.findMany({ where: { merchantId }, orderBy: { version: "desc" } });
  const writers = await tx.staff.findMany({
    where: { merchantId, id: { in: rows.flatMap(({ createdBy }) => createdBy ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(writers.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...toTaxRule(row),
    createdAt: row.createdAt,
    createdByName: row.createdBy && (names.get(row.createdBy) ?? ""),
  }));
}
