import type { CommissionState } from "../commissions/commission-state";
import { type Fen, smallerFen } from "../money/fen";

export type ClawedBackCommission = {
  commissionId: string;
  distributorId: string;
  /** Before this refund: it says on which account the money lies. */
  state: CommissionState;
  /** What this refund takes back, see clawBackStep. */
  clawBackFen: Fen;
};

/** Where a claw-back is taken from; the three sum to it. */
type ClawBackParts = { fromPendingFen: Fen; fromAvailableFen: Fen; asDebtFen: Fen };
export type SplitClawBack = ClawedBackCommission & ClawBackParts;

/**
 * Says for each claw-back whose money it is: before settlement the reserve, after it what the
 * distributor has free, and where that does not reach, a debt. Several of one distributor share what
 * is free, the first before the second. Each is answered with whatever else it carries.
 * @param freeFen by distributor: available and not held for a payout; nothing where nobody stands
 */
export function splitClawBacks<ClawBack extends ClawedBackCommission>(
  clawBacks: readonly ClawBack[],
  freeFen: ReadonlyMap<string, Fen>,
): (ClawBack & ClawBackParts)[] {
  const left = new Map(freeFen);
  return clawBacks.map((clawBack) => {
    const { distributorId, state, clawBackFen } = clawBack;
    if (state === "pending" || state === "held") {
      return { ...clawBack, fromPendingFen: clawBackFen, fromAvailableFen: 0n, asDebtFen: 0n };
    }
    const free = left.get(distributorId) ?? 0n;
    const fromAvailableFen = smallerFen(clawBackFen, free);
    left.set(distributorId, free - fromAvailableFen);
    const asDebtFen = clawBackFen - fromAvailableFen;
    return { ...clawBack, fromPendingFen: 0n, fromAvailableFen, asDebtFen };
  });
}
