import { readTerms } from "@/features/closing/queries/read-terms";
import type { TaxRuleView } from "@/features/closing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** Every version of the tax rule, the newest first. */
export async function listTaxRules(tx: MerchantTx, merchantId: string): Promise<TaxRuleView[]> {
  const rows = await tx.taxRule.findMany({ where: { merchantId }, orderBy: { version: "desc" } });
  const writers = await tx.staff.findMany({
    where: { merchantId, id: { in: rows.flatMap(({ createdBy }) => createdBy ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(writers.map(({ id, name }) => [id, name]));
  return rows.map(
    ({ version, name, source, validFrom, validUntil, terms, createdAt, createdBy }) => ({
      version,
      name,
      source,
      validFrom: dayOf(validFrom),
      validUntil: validUntil && dayOf(validUntil),
      terms: readTerms(terms),
      createdAt,
      createdByName: createdBy && (names.get(createdBy) ?? ""),
    }),
  );
}
