import type { PayoutRefusal } from "@/domain/payouts/judge-request";
import { assessRequest, type PayoutQuestion } from "@/features/payouts/queries/assess-request";
import type { PayoutQuote } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What a withdrawal would come to now, tax included, or why it cannot be asked for. */
export async function quotePayout(
  tx: MerchantTx,
  question: PayoutQuestion,
): Promise<({ ok: true } & PayoutQuote) | ({ ok: false } & PayoutRefusal)> {
  const assessed = await assessRequest(tx, question);
  return assessed.ok ? { ok: true, ...assessed.quote } : assessed;
}
