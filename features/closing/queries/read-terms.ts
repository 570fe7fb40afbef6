import { z } from "zod";
import type { LabourIncomeTerms } from "@/domain/tax/tax-rule";

const fen = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(BigInt);
const bps = z.int().min(0).max(10_000);

const termsSchema = z.object({
  kind: z.literal("monthly_labour_income"),
  exemptFen: fen,
  fixedDeductionUntilFen: fen,
  deductionShareBps: bps,
  brackets: z.array(z.object({ aboveFen: fen, rateBps: bps, quickDeductionFen: fen })).min(1),
});

/** A rule's terms as the table keeps them. Throws for what nobody of us wrote. */
export function readTerms(json: unknown): LabourIncomeTerms {
  return termsSchema.parse(json);
}
