import { z } from "zod";
import { parseYuan } from "@/domain/money/parse-yuan";
import { DUE_AGES, DUE_GROUPS } from "@/domain/payouts/due-groups";
import { isIdNumber, normalizeIdNumber } from "@/domain/payouts/id-number";
import type { PayoutRefusal } from "@/domain/payouts/judge-request";
import { PAYOUT_STATES, type PayoutChannel, type PayoutState } from "@/domain/payouts/payout-state";
import type { PayoutTrouble } from "@/domain/payouts/payout-trouble";
import type { TaxBreakdown, TaxedPayout } from "@/domain/payouts/quote-payout";
import type { TaxStatementView } from "@/domain/tax/tax-statement";
import type { AuditHistoryEntry } from "@/features/audit/schema";

export type { PayoutRefusal, TaxBreakdown, TaxStatementView };

/** Changes with the words that a distributor agrees to before giving name and identity number. */
export const payoutIdentityVersion = "2026-11-22";
/** The purpose under which that consent stands in customer_consent. */
export const payoutIdentityPurpose = "payout_identity";

const words = (max: number) => z.string().trim().max(max);
const digitsOnly = (text: string) => text.replace(/[\s-]/g, "");

/**
 * Who is paid, as typed. The fault's message is a key below `withdrawal.fault` (phone).
 * Bank name and card may be left empty; with one the other is needed.
 */
export const payoutAccountInput = z
  .object({
    realName: words(30).regex(/^[\p{Script=Han}\p{L}·•. ]{2,30}$/u, "bad_name"),
    idNumber: words(40).transform(normalizeIdNumber).refine(isIdNumber, "bad_id_number"),
    bankName: words(40).default(""),
    bankCard: words(40)
      .transform(digitsOnly)
      .refine((card) => card === "" || /^\d{12,30}$/.test(card), "bad_bank_card")
      .default(""),
    /** The unticked box: without it nothing is stored. */
    consented: z.literal(true, "not_consented"),
    consentVersion: z.literal(payoutIdentityVersion, "not_consented"),
  })
  .refine(({ bankName, bankCard }) => (bankName === "") === (bankCard === ""), {
    path: ["bankCard"],
    message: "bank_incomplete",
  });
export type PayoutAccountInput = z.infer<typeof payoutAccountInput>;

/**
 * An amount in yuan as people type it ("１２．５０" too). The fault's message is the reason of
 * parseYuan: empty, not_a_number, too_many_decimals, negative or too_large, or zero.
 */
export const yuanInput = z
  .string()
  .max(40, "too_large")
  .transform((text, context) => {
    const parsed = parseYuan(text);
    if (parsed.ok && parsed.fen > 0n) return parsed.fen;
    context.addIssue({ code: "custom", message: parsed.ok ? "zero" : parsed.reason });
    return z.NEVER;
  });

const fenText = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(BigInt);
const channelSchema = z.enum(["wechat", "bank"]);

/** What the phone asks before the confirmation page. */
export const payoutQuoteInput = z.object({ amount: yuanInput, channel: channelSchema });
/** The request itself: amount in yuan as typed, and the tax in fen that the page had shown. */
export const payoutRequestInput = payoutQuoteInput.extend({ seenTaxFen: fenText });

/** A payout's number as it stands in addresses. */
export const payoutNoSchema = z.string().regex(/^[0-9a-z]{8,32}$/);

/** What a withdrawal would come to, before it is confirmed. Amounts in fen. */
export type PayoutQuote = TaxedPayout & {
  grossFen: bigint;
  /** Paid at the latest, if the distributor confirms in time. */
  dueAt: Date;
  /** Two people have to approve it first. */
  needsApproval: boolean;
};

/** The payout account as screens may show it: never more than tails. */
export type PayoutAccountView = {
  /** First sign of the name, the rest as stars. */
  maskedName: string;
  idNumberTail: string;
  bankName: string;
  bankCardTail: string;
  changedAt: Date;
  /** No withdrawal before; null when it is over. */
  coolingDownUntil: Date | null;
};

/** What the phone's page for a new withdrawal begins with. */
export type PayoutDesk = {
  availableFen: bigint;
  inPayoutFen: bigint;
  debtFen: bigint;
  minimumFen: bigint;
  /** Left of today's cap of this person. */
  leftTodayFen: bigint;
  dueDays: number;
  approvalLimitFen: bigint;
  account: PayoutAccountView | null;
  /** The open one, if there is one. */
  openPayoutNo: string | null;
  frozenReason: string | null;
  /** The shop's payouts stand still as a whole. */
  isStopped: boolean;
};

/** One withdrawal in the phone's list. */
export type OwnPayoutView = {
  payoutNo: string;
  channel: PayoutChannel;
  state: PayoutState;
  grossFen: bigint;
  taxFen: bigint;
  netFen: bigint;
  requestedAt: Date;
  dueAt: Date;
  paidAt: Date | null;
  endedAt: Date | null;
  /** Why it ended unpaid or why it waits; null for nothing to say. */
  trouble: PayoutTrouble | null;
  /** Words of the merchant with it. */
  note: string;
};

/** One withdrawal opened on the phone. */
export type OwnPayoutDetailView = OwnPayoutView & {
  tax: TaxBreakdown;
  approvedAt: Date | null;
  sentAt: Date | null;
  /** WeChat lets it lapse after this moment. */
  confirmUntil: Date | null;
  /** What requestMerchantTransfer needs; only while it can be confirmed. */
  confirmation: { mchId: string; appId: string; packageInfo: string } | null;
  canCancel: boolean;
};

/** One withdrawal in the desk's list. */
export type PayoutView = OwnPayoutView & {
  payoutId: string;
  distributorId: string;
  distributorName: string;
  runId: string | null;
  /** The first of two people has said that it is paid. */
  isMarked: boolean;
};

/** One withdrawal opened on the desk. */
export type PayoutDetailView = PayoutView & {
  tax: TaxBreakdown;
  policyVersion: number;
  jobTitle: string;
  remark: string;
  approvedAt: Date | null;
  sentAt: Date | null;
  confirmUntil: Date | null;
  attempts: number;
  nextStepAt: Date | null;
  /** WeChat's own words. */
  wechatState: string;
  failReason: string;
  transferBillNo: string | null;
  runNo: string | null;
  idNumberTail: string;
  bankName: string;
  bankCardTail: string;
  bankReference: string;
  markedBy: string | null;
  markedByName: string;
  markedAt: Date | null;
  /** Sent under a merchant number that was replaced, and not ended: WeChat cannot be asked. */
  isOfFormerNumber: boolean;
  mchId: string;
  confirmedByName: string;
  /** Newest first, from the audit trail. */
  history: AuditHistoryEntry[];
};

/** Open ones by their due day in Shanghai, as the figures of what is owed count them. */
export const PAYOUT_DUES = [...DUE_GROUPS, ...DUE_AGES] as const;

export const payoutFilterSchema = z.object({
  /** "open" stands for all states that have not ended. */
  state: z.enum([...PAYOUT_STATES, "open"]).optional(),
  channel: channelSchema.optional(),
  distributorId: z.uuid().optional(),
  due: z.enum(PAYOUT_DUES).optional(),
  /** "run": above the limit and in no run that waits; "shop": for its money or its settings at WeChat. */
  waitsFor: z.enum(["run", "shop"]).optional(),
  /** Payout number or name. */
  text: words(50).optional(),
  cursor: z.string().max(100).optional(),
});
export type PayoutFilter = z.infer<typeof payoutFilterSchema>;

/** A run in the desk's list. */
export type PayoutRunView = {
  runId: string;
  runNo: string;
  state: "proposed" | "approved" | "refused";
  /** As it was proposed. */
  payoutCount: number;
  totalFen: bigint;
  proposedBy: string;
  proposedByName: string;
  proposedAt: Date;
  decidedByName: string;
  decidedAt: Date | null;
  reason: string;
};

/** A run opened: what is left of it is what a decision is about. */
export type PayoutRunDetailView = PayoutRunView & {
  payouts: PayoutView[];
  /** Gross of those that still wait: proposed ones may have been taken back. Decide with this total. */
  waitingFen: bigint;
  waitingCount: number;
};

export const proposeRunInput = z.object({
  payoutIds: z.array(z.uuid()).min(1).max(500),
  seenTotalFen: fenText,
});
export type ProposeRunInput = z.infer<typeof proposeRunInput>;

export const decideRunInput = z.object({
  runId: z.uuid(),
  decision: z.enum(["approve", "refuse"]),
  reason: words(200).default(""),
  seenTotalFen: fenText,
});
export type DecideRunInput = z.infer<typeof decideRunInput>;

/** Why staff refuse, fail or freeze; the distributor reads it. */
export const payoutReasonSchema = z.object({ reason: words(200).min(2) });
/** WeChat's number of a transfer, as it stands on the merchant platform. */
export const transferBillNoSchema = z.object({
  transferBillNo: words(80)
    .transform((text) => text.replace(/\s/g, ""))
    .pipe(z.string().regex(/^[0-9A-Za-z]{10,64}$/, "fault.transferBillNo")),
});
/** That a transfer of a former number was not paid: what the person saw there, and that they looked. */
export const formerUnpaidSchema = payoutReasonSchema.extend({
  checkedThere: z.literal("yes", "fault.lookFirst"),
});
export const bankReferenceSchema = z.object({ bankReference: words(64).min(4) });

/** What lies ready at WeChat for what is owed. */
export type PayoutCoverageView = {
  owedFen: bigint;
  /** Of the operating account at the end of a day in Shanghai; null while no bill has told it. */
  balance: { fen: bigint; day: string } | null;
  /** Null while the balance is not known, and where nothing is owed. */
  coverageBps: number | null;
};

/** A line of the file for the bank. */
export type BankPayoutRow = {
  payoutNo: string;
  realName: string;
  bankName: string;
  bankCard: string;
  netFen: bigint;
  remark: string;
};

/** What is owed, in fen; ages are whole days past the due date. */
export type ObligationsView = {
  byState: { state: PayoutState; count: number; grossFen: bigint }[];
  ageing: { bucket: (typeof DUE_AGES)[number]; count: number; grossFen: bigint }[];
  /** By due day in Shanghai, YYYY-MM-DD, the next ones and all that are overdue. */
  byDueDay: { day: string; count: number; grossFen: bigint }[];
  /** What distributors could ask for at any time, and what they owe. */
  availableFen: bigint;
  pendingFen: bigint;
  debtFen: bigint;
  withheldTaxFen: bigint;
};

/** paid by dueAt ÷ due (analytics.md 13). */
export type OnTimeRateView = {
  due: number;
  onTime: number;
  /** Null while nothing was due. */
  rateBps: number | null;
  /** From request to payment; null while nothing was paid. */
  medianMs: number | null;
  p90Ms: number | null;
};
