import { sumFen } from "@/domain/money/fen";
import { payoutSelect } from "@/features/payouts/queries/payout-select";
import { toPayoutView } from "@/features/payouts/queries/to-payout-view";
import { toRunViews } from "@/features/payouts/queries/to-run-views";
import type { PayoutRunDetailView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A run with its withdrawals; null when the shop has none of this id. */
export async function getRun(
  tx: MerchantTx,
  question: { merchantId: string; runId: string },
): Promise<PayoutRunDetailView | null> {
  const { merchantId, runId } = question;
  const row = await tx.payoutRun.findUnique({
    where: { merchantId_id: { merchantId, id: runId } },
    include: {
      payouts: { select: payoutSelect, orderBy: [{ requestedAt: "asc" }, { id: "asc" }] },
    },
  });
  if (row === null) return null;
  const { payouts, ...run } = row;
  const [view] = await toRunViews(tx, merchantId, [run]);
  if (view === undefined) return null;
  const waiting = payouts.filter(({ state }) => state === "awaiting_approval");
  return {
    ...view,
    payouts: payouts.map(toPayoutView),
    waitingFen: sumFen(waiting.map(({ grossFen }) => grossFen)),
    waitingCount: waiting.length,
  };
}
