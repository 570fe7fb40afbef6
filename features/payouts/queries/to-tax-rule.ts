import { z } from "zod";
import type { TaxRule } from "@/domain/tax/tax-rule";

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

/**
 * A stored tax rule.
 * @throws when its terms cannot be read: guessing a tax would be worse
 */
export function toTaxRule(row: {
  version: number;
  name: string;
  validFrom: Date;
  validUntil: Date | null;
  terms: unknown;
  source: string;
}): TaxRule {
  const { version, name, validFrom, validUntil, source } = row;
  return {
    version,
    name,
    source,
    validFrom: dayOf(validFrom),
    validUntil: validUntil && dayOf(validUntil),
    terms: termsSchema.parse(row.terms),
  };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
