import {
  COHORT_BASES,
  COHORT_UNITS,
  type CohortBasis,
  type CohortUnit,
} from "@/domain/metrics/cohort";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { findPeriod, type Period, periodOf } from "@/domain/metrics/window-periods";

/** A cell of the triangle of retention: who of a cohort acted in a period. */
export type CohortQuestion = {
  basis: CohortBasis;
  unit: CohortUnit;
  cohort: Period;
  period: Period;
  /** Only who first came by this channel; empty for everybody of the cohort. */
  channel: string;
};

/**
 * The cell that an address asks for: this month's own where it names none, the cohort's own where it names
 * no period. Null for what is no cell: a period that does not exist or lies before the cohort.
 */
export function readCohortQuestion(
  values: Readonly<Record<string, string>>,
  now: Date,
): CohortQuestion | null {
  const basis = COHORT_BASES.find((one) => one === (values.basis ?? "visit"));
  const unit = COHORT_UNITS.find((one) => one === (values.unit ?? "month"));
  if (!basis || !unit) return null;
  const named = (key: string | undefined, other: Period) => (key ? findPeriod(key, unit) : other);
  const cohort = named(values.cohort, periodOf(shanghaiDay(now), unit));
  const period = cohort && named(values.period, cohort);
  if (!cohort || !period || period.from < cohort.from) return null;
  return { basis, unit, cohort, period, channel: values.channel ?? "" };
}
