import { z } from "zod";
import { ACCOUNT_KINDS } from "@/domain/ledger/account-kinds";
import { TRANSFER_CODES } from "@/domain/ledger/transfer-codes";
import { isMonth } from "@/domain/metrics/shanghai-month";
import type { TaxRule } from "@/domain/tax/tax-rule";
import { yuanText } from "@/lib/forms/yuan-text";

export const monthSchema = z.string().refine(isMonth);

/** Fen in JSON: a decimal string, because a JavaScript number would round. */
const fen = z.union([
  z.bigint(),
  z
    .string()
    .regex(/^-?\d{1,18}$/)
    .transform(BigInt),
]);

const payoutSums = z.object({ count: z.int(), grossFen: fen, taxFen: fen, netFen: fen });

/**
 * A month's statement: everything that was booked in it by the time of booking, in Shanghai. As it is
 * kept and hashed when the month is closed; lists in the order in which the query gives them.
 */
export const monthFiguresSchema = z.object({
  month: monthSchema,
  accounts: z.array(
    z.object({
      kind: z.enum(ACCOUNT_KINDS),
      openingFen: fen,
      creditFen: fen,
      debitFen: fen,
      closingFen: fen,
    }),
  ),
  movements: z.array(
    z.object({
      code: z.enum(TRANSFER_CODES),
      debit: z.enum(ACCOUNT_KINDS),
      credit: z.enum(ACCOUNT_KINDS),
      beforeFen: fen,
      amountFen: fen,
      count: z.int(),
    }),
  ),
  /** Paid in the month, by the way the money took. */
  payouts: z.object({ wechat: payoutSums, bank: payoutSums }),
  /** Handed over in the month, by the month whose tax it was. */
  remittances: z.array(z.object({ taxMonth: monthSchema, amountFen: fen })),
  /** Held for payouts that were under way at the end. */
  heldFen: fen,
});
export type MonthFigures = z.output<typeof monthFiguresSchema>;

export type MonthView = {
  month: string;
  /** Null while it is not closed. */
  closed: { at: Date; byName: string; sha256: string } | null;
  figures: MonthFigures;
};

export type MonthRow = {
  month: string;
  closedAt: Date | null;
  closedByName: string | null;
  openCases: number;
  salesFen: bigint;
  refundedFen: bigint;
};

/** Why a month cannot be closed, with the days that are in the way. */
export type CloseRefusal =
  | { reason: "month_running" }
  | { reason: "nothing_booked" }
  | { reason: "already_closed" }
  | { reason: "not_reconciled"; days: string[] }
  | { reason: "open_cases"; count: number };

const remittanceSchema = z.object({
  taxMonth: monthSchema,
  amountFen: z.bigint().positive(),
  paidOn: z.iso.date(),
  reference: z.string().trim().min(1).max(64),
});
export type RemittanceInput = z.infer<typeof remittanceSchema>;

/** The same as typed, the amount in yuan. */
export const remittanceFormSchema = remittanceSchema.omit({ amountFen: true }).extend({
  amount: yuanText.refine((amountFen) => amountFen > 0n, "fault.invalid"),
});

const ruleFen = z.bigint().nonnegative();
const bps = z.int().min(0).max(10_000);

/** A further version of the tax rule, as the owner types it. Whether its table holds is domain/tax's to say. */
export const taxRuleSchema = z
  .object({
    name: z.string().trim().min(2).max(60),
    validFrom: z.iso.date(),
    validUntil: z.iso.date().nullable(),
    source: z.string().trim().min(4).max(300),
    terms: z.object({
      kind: z.literal("monthly_labour_income"),
      exemptFen: ruleFen,
      fixedDeductionUntilFen: ruleFen,
      deductionShareBps: bps,
      brackets: z
        .array(z.object({ aboveFen: ruleFen, rateBps: bps, quickDeductionFen: ruleFen }))
        .max(10),
    }),
  })
  .refine(({ validFrom, validUntil }) => validUntil === null || validUntil >= validFrom, {
    path: ["validUntil"],
    message: "fault.invalid",
  });
export type TaxRuleInput = z.infer<typeof taxRuleSchema>;

export type TaxRuleView = TaxRule & {
  createdAt: Date;
  /** Null for the version that came with the shop. */
  createdByName: string | null;
};

/** What a person was paid and withheld in a month: a line of the filing, names in the clear. */
export type FilingRow = {
  realName: string;
  idNumber: string;
  payouts: number;
  grossFen: bigint;
  taxFen: bigint;
};

/** A person's line on the screen: no more than tails. */
export type TaxPersonView = {
  distributorId: string;
  displayName: string;
  idNumberTail: string;
  payouts: number;
  grossFen: bigint;
  taxFen: bigint;
};

export type RemittanceView = {
  remittanceId: string;
  taxMonth: string;
  amountFen: bigint;
  paidOn: string;
  reference: string;
  createdAt: Date;
  createdByName: string;
};

/** Withheld tax of a month, what was handed over of it, and what is still owed. */
export type TaxMonthRow = {
  month: string;
  people: number;
  payouts: number;
  grossFen: bigint;
  taxFen: bigint;
  remittedFen: bigint;
};

/** One line of the statement as people read it. */
export type StatementRow = {
  /** Key of its words. */
  name: string;
  amountFen: bigint;
  /** How many; null where that says nothing. */
  count: number | null;
  /** The month that a line is about, where it names one. */
  month?: string;
};
export const statementParts = ["sales", "fees", "commissions", "payouts", "owed"] as const;
export type StatementPart = { part: (typeof statementParts)[number]; rows: StatementRow[] };
