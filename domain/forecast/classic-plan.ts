import type { FissionPlan } from "./fission-plan";

/**
 * 20 × 20 × 20 at 10 %: twenty people bring twenty friends each, all those twenty more, and a tenth of
 * all friends order. Stands for every figure that a shop cannot measure yet. Level 2 pays nothing, as in a
 * shop that has not switched it on.
 */
export const CLASSIC_PLAN: FissionPlan = {
  seeds: 20,
  friendsPerHopBps: 200_000,
  reshareBps: 10_000,
  hops: 2,
  conversionBps: 1_000,
  orderValueFen: 100_00n,
  unitsPerOrderBps: 10_000,
  grossMarginBps: 4_000,
  level1Bps: 1_000,
  level2Bps: 0,
  paymentFeeBps: 60,
  fixedCostFen: 10_000_00n,
  population: 1_000_000,
};
