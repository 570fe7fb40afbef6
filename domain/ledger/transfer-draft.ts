import type { Fen } from "../money/fen";
import type { AccountRef } from "./account-ref";
import type { TransferCode } from "./transfer-codes";

/** A transfer that a rule asks for; features/ledger gives it an id (from eventKey) and books it. */
export type TransferDraft = {
  /** Names the business event for ever: the same event drafted twice has the same key. */
  eventKey: string;
  code: TransferCode;
  /** `hold` promises the amount, `post` moves what was promised, `void` gives it free again. */
  phase: "single" | "hold" | "post" | "void";
  debit: AccountRef;
  credit: AccountRef;
  /** Always above 0. */
  amountFen: Fen;
  reference: {
    kind: "payment" | "refund" | "commission" | "payout" | "tax_remittance";
    id: string;
  };
  /** The event that this one takes back, whole or in part. */
  reversesEventKey?: string;
  /** The hold that a post or void resolves; only and always with these. */
  holdEventKey?: string;
};

/** The drafts that move something: an amount of 0 is no transfer. Throws RangeError below 0. */
export function withoutZero(drafts: readonly TransferDraft[]): TransferDraft[] {
  for (const { eventKey, amountFen } of drafts) {
    if (amountFen < 0n) throw new RangeError(`${eventKey} has a negative amount: ${amountFen}`);
  }
  return drafts.filter(({ amountFen }) => amountFen > 0n);
}
