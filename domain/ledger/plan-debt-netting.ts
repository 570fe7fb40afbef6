import { type Fen, smallerFen } from "../money/fen";
import { distributorAccount } from "./account-ref";
import { type TransferDraft, withoutZero } from "./transfer-draft";

/** A distributor's money after the event that may net a debt, in fen. */
export type DebtToNet = {
  distributorId: string;
  /** Available and not held for a payout, with what the cause adds to it. */
  freeFen: Fen;
  /** What is owed, 0 or above. */
  debtFen: Fen;
  /** The event that made money free: a settlement or the void of a payout. */
  cause: { eventKey: string; reference: TransferDraft["reference"] };
};

/**
 * The transfer that takes a debt from what is free: as much of it as there is, so that a distributor
 * never has money to withdraw and owes at the same time (money.md 2). Nothing where nothing is owed
 * or nothing is free. Throws RangeError for a negative amount: a broken assumption of the caller.
 */
export function planDebtNetting(debt: DebtToNet): TransferDraft[] {
  const { distributorId, freeFen, debtFen, cause } = debt;
  return withoutZero([
    {
      eventKey: `debt:${distributorId}:net:${cause.eventKey}`,
      code: "debt_netted",
      phase: "single",
      debit: distributorAccount("commission_available", distributorId),
      credit: distributorAccount("commission_debt", distributorId),
      amountFen: smallerFen(freeFen, debtFen),
      reference: cause.reference,
    },
  ]);
}
