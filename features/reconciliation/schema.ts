import { z } from "zod";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { BillFault } from "@/lib/wechat/pay/bill-fault";

export const billKinds = ["trade", "fund_flow"] as const;
export type BillKind = (typeof billKinds)[number];

export const caseKinds = [
  /** WeChat's bill has it, we do not. */
  "missing_here",
  /** We have it, WeChat's bill does not. */
  "missing_there",
  "amount_differs",
  "fee_differs",
  "state_differs",
  "bill_unreadable",
] as const;
export type CaseKind = (typeof caseKinds)[number];

export const lineKinds = ["payment", "refund", "transfer", "transfer_return", "other"] as const;
export type LineKind = (typeof lineKinds)[number];

/** One thing on which the bill of a day and our books do not agree. Amounts in fen. */
export type Difference = {
  kind: CaseKind;
  lineKind: LineKind;
  /** Our number of it, or a word where it is about the bill as a whole. */
  reference: string;
  oursFen: bigint | null;
  theirsFen: bigint | null;
  /** The state that we know it in; "" where that says nothing. */
  ourState: string;
};

/** The resolution of a case that the system closed; the screen says it in words. */
export const explainedBySystem = "explained_itself";

export type BillOfDay = { merchantId: string; kind: BillKind; day: string };

export type ReconcileResult =
  | { ok: true; state: "matched" | "different"; openCases: number }
  | { ok: false; reason: BillFault | "not_set_up" | "other_account" };

const dayText = z.string().refine((day) => {
  try {
    return shanghaiDayRange(day) !== null;
  } catch {
    return false;
  }
});

export const retrySchema = z.object({ day: dayText });

const caseIdSchema = z.uuid();

export const assignCaseSchema = z.object({ caseId: caseIdSchema, ownerId: z.uuid().nullable() });
export type AssignCaseInput = z.infer<typeof assignCaseSchema>;

export const closeCaseSchema = z.object({
  caseId: caseIdSchema,
  resolution: z.string().trim().min(2).max(500),
});
export type CloseCaseInput = z.infer<typeof closeCaseSchema>;

export const caseFilterSchema = z.object({
  state: z.enum(["open", "closed"]).default("open").catch("open"),
  cursor: z.string().optional(),
});
export type CaseFilter = z.infer<typeof caseFilterSchema>;

/** One day of the list: what became of both bills. */
export type DayView = {
  day: string;
  bills: Record<BillKind, BillView | null>;
};
export type BillView = {
  state: "failed" | "matched" | "different";
  failure: string;
  lineCount: number;
  /** Of payments or of transfers that left, by the stored lines. */
  inFen: bigint;
  /** Of refunds or of transfers that came back. */
  backFen: bigint;
  feeFen: bigint;
  openCases: number;
  askedAt: Date;
};

export type CaseView = {
  caseId: string;
  billKind: BillKind;
  day: string;
  kind: CaseKind;
  lineKind: LineKind;
  reference: string;
  oursFen: bigint | null;
  theirsFen: bigint | null;
  ourState: string;
  state: "open" | "closed";
  ownerId: string | null;
  ownerName: string | null;
  openedAt: Date;
  closedAt: Date | null;
  /** Null where the system closed it. */
  closedByName: string | null;
  resolution: string;
};

/** What stands behind a case: WeChat's lines, and our order or payout. */
export type CaseDetail = CaseView & {
  lines: {
    day: string;
    lineNo: number;
    lineKind: LineKind;
    wechatNo: string;
    amountFen: bigint;
    feeFen: bigint;
    at: Date;
  }[];
  orderNo: string | null;
  payoutId: string | null;
};
