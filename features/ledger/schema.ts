/** What the ledger holds for a distributor, in fen. */
export type DistributorBalances = {
  /** Reserved, not yet matured. */
  pendingFen: bigint;
  /** Matured and not held for a payout. */
  availableFen: bigint;
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
