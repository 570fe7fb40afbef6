import { ACCOUNT_SHARDS } from "@/domain/ledger/account-kinds";
import { planFeeTransfers } from "@/domain/ledger/plan-fee-transfers";
import { markFeeDays } from "@/features/insights/commands/mark-fee-days";
import { postTransfers } from "@/features/ledger/commands/post-transfers";
import {
  listUnbookedFees,
  type UnbookedFee,
} from "@/features/reconciliation/queries/list-unbooked-fees";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

/** So many per transaction that orders never wait long for the accounts. */
const feesPerTransaction = 300;
/** A day that is being rolled up just now is waited for, before any account is held. */
const timeoutMs = 120_000;

/**
 * Books the fees of a stored trade bill, each once for its payment or refund, whatever the number of
 * runs. A killed run is gone on with by the next one.
 * @returns how many were booked now
 */
export async function bookBillFees(
  merchantId: AuthorizedMerchantId,
  bill: { mchId: string; day: string },
  now: Date,
): Promise<{ booked: number }> {
  let booked = 0;
  for (let afterLine = 0; ; ) {
    const bookSome = async (tx: MerchantTx) => {
      const limit = feesPerTransaction;
      const found = await listUnbookedFees(tx, { merchantId, ...bill, afterLine, limit });
      const drafts = planFeeTransfers(firstOfEach(found), ACCOUNT_SHARDS);
      await markFeeDays(tx, { merchantId, fees: found, now });
      return { fees: found, posted: (await postTransfers(tx, { merchantId, drafts, now })).posted };
    };
    const { fees, posted } = await inMerchant(merchantId, bookSome, { timeoutMs });
    booked += posted;
    const last = fees.at(-1);
    if (!last) return { booked };
    afterLine = last.lineNo;
  }
}

/** A number that a bill lists twice has one fee here; the comparison shows the rest as a difference. */
function firstOfEach(fees: readonly UnbookedFee[]): UnbookedFee[] {
  const first = new Map<string, UnbookedFee>();
  for (const fee of fees) if (!first.has(fee.id)) first.set(fee.id, fee);
  return [...first.values()];
}
