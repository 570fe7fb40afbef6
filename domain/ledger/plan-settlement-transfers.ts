import type { Fen } from "../money/fen";
import { distributorAccount } from "./account-ref";
import { type TransferDraft, withoutZero } from "./transfer-draft";

export type MaturedCommission = {
  commissionId: string;
  distributorId: string;
  commissionFen: Fen;
  /** What refunds have taken back of it so far. */
  clawedBackFen: Fen;
};

/**
 * The transfers of a settlement run: what is left of each matured commission becomes available.
 * Throws RangeError when more was clawed back than the commission amounts to.
 */
export function planSettlementTransfers(
  commissions: readonly MaturedCommission[],
): TransferDraft[] {
  return withoutZero(
    commissions.map(
      ({ commissionId, distributorId, commissionFen, clawedBackFen }): TransferDraft => ({
        eventKey: settlementEventKey(commissionId),
        code: "commission_settled",
        phase: "single",
        debit: distributorAccount("commission_pending", distributorId),
        credit: distributorAccount("commission_available", distributorId),
        amountFen: commissionFen - clawedBackFen,
        reference: { kind: "commission", id: commissionId },
      }),
    ),
  );
}

/** The event of a commission's maturing. */
export function settlementEventKey(commissionId: string): string {
  return `commission:${commissionId}:settle`;
}
