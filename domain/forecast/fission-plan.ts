import { type Bps, type Fen, WHOLE_BPS } from "../money/fen";

/** What a forecast of the spread assumes; counts are whole, rates integer bps. */
export type FissionPlan = {
  seeds: number;
  /** Friends whom one sharer brings, in bps: 10000 is one friend, 200000 are twenty. */
  friendsPerHopBps: Bps;
  /** Of the people brought, those who share in turn; all seeds do. */
  reshareBps: Bps;
  hops: number;
  /** Of the people reached, those who order, once each. */
  conversionBps: Bps;
  orderValueFen: Fen;
  /** Units of one order, in bps: 15000 is one and a half. */
  unitsPerOrderBps: Bps;
  /** Gross profit of the order value, before commission and fees. */
  grossMarginBps: Bps;
  level1Bps: Bps;
  level2Bps: Bps;
  paymentFeeBps: Bps;
  /** What the campaign costs whatever it brings. */
  fixedCostFen: Fen;
  /** Everybody who can be reached, the seeds among them. */
  population: number;
};

export type FissionPlanFault =
  | { ok: false; reason: "out_of_range"; field: keyof FissionPlan }
  | { ok: false; reason: "commission_above_whole" };

/** What each figure may be. Beyond these a forecast tells nothing, whatever it would come to. */
export const FISSION_LIMITS: Record<keyof FissionPlan, readonly [min: bigint, max: bigint]> = {
  seeds: [1n, 1_000_000n],
  friendsPerHopBps: [0n, 10_000_000n],
  reshareBps: [0n, 10_000n],
  hops: [1n, 10n],
  conversionBps: [0n, 10_000n],
  orderValueFen: [1n, 10_000_000_00n],
  unitsPerOrderBps: [1n, 10_000_000n],
  grossMarginBps: [0n, 10_000n],
  level1Bps: [0n, 10_000n],
  level2Bps: [0n, 10_000n],
  paymentFeeBps: [0n, 10_000n],
  fixedCostFen: [0n, 10_000_000_000_00n],
  population: [1n, 1_500_000_000n],
};

/** The figures of a plan in the order of the form. */
export const FISSION_FIELDS = [
  "seeds",
  "friendsPerHopBps",
  "reshareBps",
  "hops",
  "conversionBps",
  "orderValueFen",
  "unitsPerOrderBps",
  "grossMarginBps",
  "level1Bps",
  "level2Bps",
  "paymentFeeBps",
  "fixedCostFen",
  "population",
] as const satisfies readonly (keyof FissionPlan)[];

/** The first fault of a plan in the order of the form, or null. More seeds than people is one of them. */
export function judgeFissionPlan(plan: FissionPlan): FissionPlanFault | null {
  const field = FISSION_FIELDS.find((name) => !isWithinLimits(name, plan[name]));
  if (field !== undefined) return { ok: false, reason: "out_of_range", field };
  if (plan.population < plan.seeds) {
    return { ok: false, reason: "out_of_range", field: "population" };
  }
  if (plan.level1Bps + plan.level2Bps > WHOLE_BPS) {
    return { ok: false, reason: "commission_above_whole" };
  }
  return null;
}

/** Whether a figure of a plan is whole and neither too small nor too large. */
export function isWithinLimits(field: keyof FissionPlan, value: number | bigint): boolean {
  const [min, max] = FISSION_LIMITS[field];
  if (typeof value === "number" && !Number.isSafeInteger(value)) return false;
  return value >= min && value <= max;
}
