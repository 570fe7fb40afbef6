import { sumOpenPayouts } from "@/features/payouts/queries/sum-open-payouts";
import { sumOwedBalances } from "@/features/payouts/queries/sum-owed-balances";
import type { ObligationsView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * What a shop owes its distributors: open withdrawals by state, by due day in Shanghai and by age past
 * it, what could be asked for at any time, and what is owed the other way round and to the tax office.
 */
export async function summarizeObligations(
  tx: MerchantTx,
  question: { merchantId: string; now: Date },
): Promise<ObligationsView> {
  return {
    ...(await sumOpenPayouts(tx, question)),
    ...(await sumOwedBalances(tx, question.merchantId)),
  };
}
