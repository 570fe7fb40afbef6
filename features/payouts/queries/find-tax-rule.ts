import { z } from "zod";
import { findRule } from "@/domain/tax/find-rule";
import type { TaxRule } from "@/domain/tax/tax-rule";
import type { MerchantTx } from "@/lib/db/in-merchant";

const fen = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(BigInt);
const bps = z.int().min(0).max(10_000);

/** A rule's terms as the table keeps them (domain/tax/write-terms). */
const termsSchema = z.object({
  kind: z.literal("monthly_labour_income"),
  exemptFen: fen,
  fixedDeductionUntilFen: fen,
  deductionShareBps: bps,
  brackets: z.array(z.object({ aboveFen: fen, rateBps: bps, quickDeductionFen: fen })).min(1),
});

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/**
 * The merchant's tax rule of a day ("YYYY-MM-DD"), or null: then nothing is paid out.
 * @throws when a stored rule cannot be read: guessing a tax would be worse
 */
export async function findTaxRule(
  tx: MerchantTx,
  question: { merchantId: string; day: string },
): Promise<TaxRule | null> {
  const { merchantId, day } = question;
  const rows = await tx.taxRule.findMany({ where: { merchantId }, orderBy: { version: "asc" } });
  const rules = rows.map(({ version, name, validFrom, validUntil, terms, source }) => ({
    version,
    name,
    source,
    validFrom: dayOf(validFrom),
    validUntil: validUntil && dayOf(validUntil),
    rawTerms: terms,
  }));
  const found = findRule(rules, day);
  if (found === null) return null;
  const { rawTerms, ...rule } = found;
  return { ...rule, terms: termsSchema.parse(rawTerms) };
}
