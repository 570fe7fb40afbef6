/** What a product's activity index adds up: acts, not money, so that a dear product is no livelier. */
export const ACTIVITY_ACTS = [
  "views",
  "visitors",
  "favourites",
  "carted",
  "checkedOut",
  "paidUnits",
  "effectiveShares",
] as const;
type ActivityAct = (typeof ACTIVITY_ACTS)[number];

/** Counts of a product over days, or points for one act of each kind. */
export type ActivityCounts = Record<ActivityAct, number>;

/** Until the merchant says otherwise: the nearer an act is to a sale or a new customer, the more. */
export const DEFAULT_ACTIVITY_WEIGHTS: ActivityCounts = {
  views: 1,
  visitors: 2,
  favourites: 3,
  carted: 5,
  checkedOut: 8,
  paidUnits: 10,
  effectiveShares: 10,
};

/** The most points that one act may have. */
const MAX_ACTIVITY_WEIGHT = 100;

/** Σ acts × weight, a whole number of points (analytics.md, board 2). */
export function activityIndex(counts: ActivityCounts, weights: ActivityCounts): number {
  return ACTIVITY_ACTS.reduce((sum, act) => sum + counts[act] * weights[act], 0);
}

/**
 * Whether a merchant's weights can be taken: whole points from 0 to 100, one at least above 0,
 * because an index that is 0 for every product tells nothing.
 */
export function judgeActivityWeights(
  weights: ActivityCounts,
): { ok: true } | { ok: false; reason: "not_whole" | "out_of_range" | "all_zero" } {
  const list = ACTIVITY_ACTS.map((act) => weights[act]);
  if (!list.every((weight) => Number.isInteger(weight))) return { ok: false, reason: "not_whole" };
  if (list.some((weight) => weight < 0 || weight > MAX_ACTIVITY_WEIGHT)) {
    return { ok: false, reason: "out_of_range" };
  }
  return list.some((weight) => weight > 0) ? { ok: true } : { ok: false, reason: "all_zero" };
}
