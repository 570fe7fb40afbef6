import type { Fen } from "../money/fen";
import type { PayoutChannel } from "../payouts/payout-state";
import { type AccountRef, distributorAccount, merchantAccount } from "./account-ref";
import { type TransferDraft, withoutZero } from "./transfer-draft";

type PayoutMoney = { payoutId: string; distributorId: string; grossFen: Fen };

/** The merchant's payout accounts are single rows: nothing is sharded. */
const ONE_ROW = 1;

/** A withdrawal was asked for: its whole amount is promised to it and to nothing else. */
export function planPayoutHold(payout: PayoutMoney): TransferDraft[] {
  return withoutZero([
    { ...held(payout), eventKey: holdKey(payout.payoutId), code: "payout_held", phase: "hold" },
  ]);
}

/** It ended without payment: the amount is free again. */
export function planPayoutVoid(payout: PayoutMoney): TransferDraft[] {
  return withoutZero([
    {
      ...held(payout),
      eventKey: payoutVoidKey(payout.payoutId),
      code: "payout_voided",
      phase: "void",
      holdEventKey: holdKey(payout.payoutId),
    },
  ]);
}

/**
 * It was paid: what was promised leaves the distributor's account, its tax waits for the tax office,
 * and by bank the rest has left through the bank. Through WeChat the rest stands in payout_clearing,
 * where the fund-flow bill must find it.
 */
export function planPayoutPaid(
  payout: PayoutMoney & { taxFen: Fen; netFen: Fen; channel: PayoutChannel },
): TransferDraft[] {
  const { payoutId, taxFen, netFen, channel } = payout;
  const reference = { kind: "payout", id: payoutId } as const;
  const onward = { phase: "single", debit: clearing(payoutId), reference } as const;
  return withoutZero([
    {
      ...held(payout),
      eventKey: `payout:${payoutId}:post`,
      code: "payout_paid",
      phase: "post",
      holdEventKey: holdKey(payoutId),
    },
    {
      ...onward,
      eventKey: `payout:${payoutId}:tax`,
      code: "payout_tax_withheld",
      credit: merchantAccount("tax_withheld", payoutId, ONE_ROW),
      amountFen: taxFen,
    },
    {
      ...onward,
      eventKey: `payout:${payoutId}:bank`,
      code: "payout_left_by_bank",
      credit: merchantAccount("bank_clearing", payoutId, ONE_ROW),
      amountFen: channel === "bank" ? netFen : 0n,
    },
  ]);
}

/** The event that gives a withdrawal's amount free again: what a debt may be netted by. */
export function payoutVoidKey(payoutId: string): string {
  return `payout:${payoutId}:void`;
}

function held({ payoutId, distributorId, grossFen }: PayoutMoney) {
  return {
    debit: distributorAccount("commission_available", distributorId),
    credit: clearing(payoutId),
    amountFen: grossFen,
    reference: { kind: "payout", id: payoutId } as const,
  };
}

function clearing(payoutId: string): AccountRef {
  return merchantAccount("payout_clearing", payoutId, ONE_ROW);
}

function holdKey(payoutId: string): string {
  return `payout:${payoutId}:hold`;
}
