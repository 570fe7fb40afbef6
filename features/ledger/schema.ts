import { z } from "zod";
import type { CommissionState } from "@/domain/commissions/commission-state";
import type { AccountKind } from "@/domain/ledger/account-kinds";
import type { TransferCode } from "@/domain/ledger/transfer-codes";
import type { PayoutState } from "@/domain/payouts/payout-state";

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

/** One movement of what a distributor can withdraw, in fen, with what it comes from. */
export type AvailableMovementView = {
  transferId: string;
  code: string;
  createdAt: Date;
  /** Change of what is free: above 0 came in, below 0 went out; 0 where only the debt changed. */
  amountFen: bigint;
  /** Change of the debt: above 0 it grew, below 0 it was paid off. */
  debtFen: bigint;
  commissionId: string | null;
  orderNo: string | null;
  productTitle: string | null;
  /** Why the customer got money back; null where no refund is behind it. */
  refundReason: string | null;
  payoutNo: string | null;
};

export const accountFilterSchema = z.object({
  /** A part of the distributor's name. */
  text: z.string().trim().max(50).optional(),
  /** Who owes, whose payouts are frozen, or who has a payout under way. */
  only: z.enum(["debt", "frozen", "in_payout"]).optional(),
  cursor: z.string().max(60).optional(),
});
export type AccountFilter = z.infer<typeof accountFilterSchema>;

/** One distributor with everything that the ledger holds for them. */
export type DistributorAccountView = DistributorBalances & {
  distributorId: string;
  name: string;
  status: "applied" | "approved" | "refused" | "frozen";
  payoutsFrozenAt: Date | null;
};

/** What a merchant has promised to all distributors together, in fen. */
export type ReserveView = DistributorBalances & {
  /** On orders that were placed and can still be paid. */
  promisedFen: bigint;
  /** Withheld and not handed to the tax office yet. */
  withheldTaxFen: bigint;
};

export const STATEMENT_ACCOUNTS = [
  "commission_available",
  "commission_pending",
  "commission_debt",
] as const;
export type StatementAccount = (typeof STATEMENT_ACCOUNTS)[number];

/** One line of an account: what moved, and what was there afterwards. */
export type StatementLineView = {
  /** 1 for the account's first transfer. */
  position: number;
  transferId: string;
  code: TransferCode;
  createdAt: Date;
  /** Change of the balance; 0 for a hold and its void. */
  changeFen: bigint;
  balanceFen: bigint;
  /** Change of what is held for a payout. */
  heldChangeFen: bigint;
  heldFen: bigint;
  orderNo: string | null;
  payoutId: string | null;
  payoutNo: string | null;
  /** What the customer was given back for; null where no refund is behind it. */
  refundReason: string | null;
};

/** One transfer between two accounts, as the money of an order or a payout shows it. */
export type BookedTransferView = {
  transferId: string;
  code: TransferCode;
  phase: "single" | "hold" | "post" | "void";
  amountFen: bigint;
  createdAt: Date;
  debit: BookedAccount;
  credit: BookedAccount;
};

export type BookedAccount = { kind: AccountKind; distributorId: string | null; name: string };

/** How much of a commission left in which payout. */
export type CommissionPayoutView = {
  commissionId: string;
  payoutId: string;
  payoutNo: string;
  state: PayoutState;
  amountFen: bigint;
};

/** One order's money from payment to payout. */
export type OrderMoneyView = {
  /** As the ledger has booked it, in fen; none below 0. */
  paidFen: bigint;
  refundedFen: bigint;
  /** What WeChat charged, less what it gave back; 0 until the trade bill of the day was compared. */
  feeFen: bigint;
  accruedFen: bigint;
  clawedBackFen: bigint;
  /** paid − refunded − fee − (accrued − clawed back). */
  keptFen: bigint;
  commissions: (OrderCommissionMoney & { payouts: CommissionPayoutView[] })[];
  transfers: BookedTransferView[];
};

/** A commission of an order with the dates of its way. */
export type OrderCommissionMoney = {
  commissionId: string;
  level: number;
  productTitle: string;
  distributorId: string;
  distributorName: string;
  commissionFen: bigint;
  clawedBackFen: bigint;
  state: CommissionState;
  heldReason: string;
  refundsInFlight: number;
  accruedAt: Date;
  availableAt: Date | null;
  settledAt: Date | null;
};

/** One distributor's account with why payouts are frozen. */
export type DistributorAccountDetailView = DistributorAccountView & { payoutsFrozenReason: string };

/** Which of a distributor's accounts is looked at, and from where downwards. */
export const statementFilterSchema = z.object({
  account: z.enum(STATEMENT_ACCOUNTS).catch("commission_available"),
  below: z.coerce.number().int().min(1).max(2_000_000_000).optional().catch(undefined),
});

/** What one refund took back of a commission, in fen. */
export type ClawBackView = {
  refundId: string;
  /** Why the customer got money back. */
  reason: string;
  at: Date;
  amountFen: bigint;
  /** Of that: withdrawn already, so it became a debt. */
  debtFen: bigint;
};
