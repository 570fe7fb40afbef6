import { computeMonth } from "@/features/closing/queries/compute-month";
import { findClosedMonth } from "@/features/closing/queries/find-closed-month";
import type { MonthView } from "@/features/closing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A month's statement: as it was closed, or as the ledger has it now. */
export async function getMonth(
  tx: MerchantTx,
  question: { merchantId: string; month: string },
): Promise<MonthView> {
  const { month } = question;
  const known = await findClosedMonth(tx, question);
  if (!known) return { month, closed: null, figures: await computeMonth(tx, question) };
  const { figures, ...closed } = known;
  return { month, closed, figures };
}
