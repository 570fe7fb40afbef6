import { REPURCHASE_DAYS } from "@/domain/metrics/repurchase";
import type { Within } from "@/features/insights/queries/list-repurchase-people";

/** The span of an address; all buyers where it names none, undefined where it names none that is counted. */
export function readWithin(text: string | undefined): Within | undefined {
  if (!text) return null;
  return REPURCHASE_DAYS.find((days) => String(days) === text);
}
