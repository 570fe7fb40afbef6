import type { Fen } from "../money/fen";
import { merchantAccount } from "./account-ref";
import type { TransferDraft } from "./transfer-draft";

/** A line of the trade bill that carries a fee, and whose it is. */
export type ChargedFee = {
  kind: "payment" | "refund";
  /** Of the payment or refund. */
  id: string;
  orderId: string;
  /** Above 0 what WeChat charged, below 0 what it gave back; 0 is no transfer. */
  feeFen: Fen;
};

/**
 * The fees of a trade bill: taken from what WeChat holds for the merchant, given back with a refund.
 * A payment's line that gives back, or a refund's that charges, has no event of its own and throws
 * RangeError: no bill is expected to say so, and a person has to look.
 */
export function planFeeTransfers(fees: readonly ChargedFee[], shards: number): TransferDraft[] {
  return fees
    .filter(({ feeFen }) => feeFen !== 0n)
    .map(({ kind, id, orderId, feeFen }): TransferDraft => {
      const isCharge = kind === "payment";
      if (isCharge !== feeFen > 0n) throw new RangeError(`fee of ${kind} ${id} is ${feeFen}`);
      const fees = merchantAccount("payment_fees", orderId, shards);
      const clearing = merchantAccount("wechat_clearing", orderId, shards);
      return {
        eventKey: `fee:${kind}:${id}`,
        code: isCharge ? "payment_fee_charged" : "payment_fee_returned",
        phase: "single",
        debit: isCharge ? fees : clearing,
        credit: isCharge ? clearing : fees,
        amountFen: isCharge ? feeFen : -feeFen,
        reference: { kind, id },
      };
    });
}
