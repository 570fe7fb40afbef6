import type { Fen } from "../money/fen";
import { merchantAccount } from "./account-ref";
import type { TransferDraft } from "./transfer-draft";

/** Withheld tax that was handed to the tax office through the merchant's bank. */
export function planRemittanceTransfers(remittance: {
  remittanceId: string;
  amountFen: Fen;
}): TransferDraft[] {
  const { remittanceId, amountFen } = remittance;
  return [
    {
      eventKey: `tax_remittance:${remittanceId}`,
      code: "tax_remitted",
      phase: "single",
      debit: merchantAccount("tax_withheld", remittanceId, 1),
      credit: merchantAccount("bank_clearing", remittanceId, 1),
      amountFen,
      reference: { kind: "tax_remittance", id: remittanceId },
    },
  ];
}
