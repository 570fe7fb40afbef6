import { dayRanges } from "@/domain/metrics/day-ranges";
import type { CloseRefusal } from "@/features/closing/schema";

type Say = (key: string, words?: Record<string, string | number>) => string;

/** Why a month cannot be closed, in words. @param say the sentences below reconciliation.months */
export function sayCloseRefusal(refusal: CloseRefusal, say: Say): string {
  const days = refusal.reason === "not_reconciled" ? refusal.days : [];
  const count = refusal.reason === "open_cases" ? refusal.count : days.length;
  const ranges = dayRanges(days).map(({ from, to }) =>
    from === to ? from : say("range", { from, to }),
  );
  return say(`refusal.${refusal.reason}`, { count, days: ranges.join(say("joint")) });
}
