import type { PayoutChannel, PayoutState } from "@/domain/payouts/payout-state";
import { troubleOf } from "@/domain/payouts/trouble-of";
import type { OwnPayoutView } from "@/features/payouts/schema";

type OwnRow = Omit<OwnPayoutView, "trouble" | "note"> & { failReason: string };

/** A row as screens may have it: the trouble is one of a closed list, and nothing else of the row goes on. */
export function toOwnPayoutView(row: OwnRow): OwnPayoutView {
  const { payoutNo, channel, state, grossFen, taxFen, netFen, failReason } = row;
  const { requestedAt, dueAt, paidAt, endedAt } = row;
  return {
    payoutNo,
    channel,
    state,
    grossFen,
    taxFen,
    netFen,
    requestedAt,
    dueAt,
    paidAt,
    endedAt,
    trouble: troubleOf(row),
    note: wordsOfStaff(row, failReason),
  };
}

/** Only staff write sentences for people; everything else in this column is a code. */
function wordsOfStaff(
  { state, channel }: { state: PayoutState; channel: PayoutChannel },
  failReason: string,
): string {
  return state === "refused" || (state === "failed" && channel === "bank") ? failReason : "";
}
