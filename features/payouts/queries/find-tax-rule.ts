import { findRule } from "@/domain/tax/find-rule";
import type { TaxRule } from "@/domain/tax/tax-rule";
import { toTaxRule } from "@/features/payouts/queries/to-tax-rule";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** The merchant's tax rule of a day ("YYYY-MM-DD"), or null: then nothing is paid out. */
export async function findTaxRule(
  tx: MerchantTx,
  question: { merchantId: string; day: string },
): Promise<TaxRule | null> {
  const { merchantId, day } = question;
  const rows = await tx.taxRule.findMany({ where: { merchantId }, orderBy: { version: "asc" } });
  return findRule(rows.map(toTaxRule), day);
}
