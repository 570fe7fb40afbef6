import type { PayoutChannel, PayoutState } from "@/domain/payouts/payout-state";
import { quotePayout, type TaxBreakdown } from "@/domain/payouts/quote-payout";
import { troubleOf } from "@/domain/payouts/trouble-of";
import { toTaxRule } from "@/features/payouts/queries/to-tax-rule";
import type { OwnPayoutView, PayoutView } from "@/features/payouts/schema";
import type { Prisma } from "@/prisma/generated/client";

/** The columns that every list of withdrawals shows. */
export const ownPayoutSelect = {
  payoutNo: true,
  channel: true,
  state: true,
  grossFen: true,
  taxFen: true,
  netFen: true,
  requestedAt: true,
  dueAt: true,
  paidAt: true,
  endedAt: true,
  failReason: true,
} as const satisfies Prisma.PayoutSelect;

/** The same with what only the desk sees. */
export const payoutSelect = {
  ...ownPayoutSelect,
  id: true,
  distributorId: true,
  runId: true,
  markedBy: true,
  distributor: { select: { displayName: true } },
} as const satisfies Prisma.PayoutSelect;

type OwnRow = Omit<OwnPayoutView, "trouble" | "note"> & { failReason: string };

/** A row as screens may have it: the trouble is one of a closed list, and nothing else of the row goes on. */
export function toOwnPayoutView(row: OwnRow): OwnPayoutView {
  const { payoutNo, channel, state, grossFen, taxFen, netFen, failReason } = row;
  const { requestedAt, dueAt, paidAt, endedAt } = row;
  return {
    payoutNo,
    channel,
    state,
    grossFen,
    taxFen,
    netFen,
    requestedAt,
    dueAt,
    paidAt,
    endedAt,
    trouble: troubleOf(row),
    note: wordsOfStaff(row, failReason),
  };
}

/** Only staff write sentences for people; everything else in this column is a code. */
function wordsOfStaff(
  { state, channel }: { state: PayoutState; channel: PayoutChannel },
  failReason: string,
): string {
  return state === "refused" || (state === "failed" && channel === "bank") ? failReason : "";
}

export function toPayoutView(
  row: Prisma.PayoutGetPayload<{ select: typeof payoutSelect }>,
): PayoutView {
  return {
    ...toOwnPayoutView(row),
    payoutId: row.id,
    distributorId: row.distributorId,
    runId: row.runId,
    distributorName: row.distributor.displayName,
    isMarked: row.markedBy !== null,
  };
}

/** How the frozen tax of a withdrawal came about, computed again from the rule and what stood before it. */
export function toTaxBreakdown(payout: {
  grossFen: bigint;
  taxMonth: string;
  taxPriorGrossFen: bigint;
  taxPriorTaxFen: bigint;
  taxRule: Parameters<typeof toTaxRule>[0];
}): TaxBreakdown {
  const { grossFen, taxMonth: month } = payout;
  const prior = { priorGrossFen: payout.taxPriorGrossFen, priorTaxFen: payout.taxPriorTaxFen };
  return quotePayout(toTaxRule(payout.taxRule), { grossFen, month, ...prior }).tax;
}
