import { ratioBps } from "@/domain/metrics/compare";
import { divideToNearest } from "@/domain/metrics/divide-to-nearest";
import type { Figure } from "@/domain/metrics/figure";
import { sumByDue } from "@/domain/payouts/due-groups";
import { onTimeRateBps } from "@/domain/payouts/on-time-rate";
import type { PayoutOwed } from "@/features/insights/queries/ask-payouts-board";
import type { Punctuality } from "@/features/insights/queries/read-punctuality";
import type { OpenPayoutsView } from "@/features/payouts/queries/sum-open-payouts";

export type PunctualityMetric =
  | "payoutsDue"
  | "payoutOnTimeRate"
  | "payoutWaitMedian"
  | "payoutWaitP90";

/** How many were due, which share was paid by the date, and how many hours payment took. */
export function punctualityFigures(of: Punctuality): Record<PunctualityMetric, Figure> {
  return {
    payoutsDue: { unit: "count", value: of.due },
    payoutOnTimeRate: { unit: "bps", value: onTimeRateBps(of) },
    payoutWaitMedian: hours(of.medianMinutes),
    payoutWaitP90: hours(of.p90Minutes),
  };
}

/** What lies ready ÷ what is owed. */
export function coverageOf({ owedFen, balance }: PayoutOwed): Figure {
  return { unit: "bps", value: balance ? ratioBps(balance.fen, owedFen) : null };
}

/** Open withdrawals whose due day is over, before tax. @param today in Shanghai */
export function overdueFigure({ byDueDay }: OpenPayoutsView, today: string): Figure {
  return { unit: "fen", value: sumByDue(["overdue"], byDueDay, today)[0]?.grossFen ?? 0n };
}

function hours(minutes: number | null): Figure {
  const value = minutes === null ? null : divideToNearest(BigInt(minutes) * 10n, 60n);
  return { unit: "tenths", value };
}
