/** What the ledger holds for a distributor, in fen. */
export type DistributorBalances = {
  /** Reserved, not yet matured. */
  pendingFen: bigint;
  /** Matured and not held for a payout. */
  availableFen: bigint;
  /** Held by the open payout. */
  inPayoutFen: bigint;
  /** Owed to the merchant, 0 or above: taken back after it was withdrawn. */
  debtFen: bigint;
};

/** One movement of an account. */
export type AccountTransferView = {
  transferId: string;
  code: string;
  /** Above 0 for what came in, below 0 for what went out. */
  amountFen: bigint;
  referenceKind: string;
  referenceId: string;
  createdAt: Date;
};

/** What a transfer says, without its times: posting it again must say the same. */
export type PostedTransfer = {
  id: string;
  eventKey: string;
  debitAccountId: string;
  creditAccountId: string;
  /** Above 0. */
  amountFen: bigint;
  phase: "single" | "hold" | "post" | "void";
  holdId: string | null;
  reversesId: string | null;
  code: string;
  referenceKind: string;
  referenceId: string;
};
