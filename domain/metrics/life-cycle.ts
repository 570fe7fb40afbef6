/** How far a distributor has come, in order (analytics.md, board 12). */
export const LIFE_STAGES = ["applied", "approved", "first_share", "first_order", "active"] as const;
export type LifeStage = (typeof LIFE_STAGES)[number];

/** An order that counts for the distributor within that many days makes them active. */
const ACTIVE_DAYS = 30;

/** The moments of a distributor's life; null for what has not happened. Orders are paid ones. */
export type DistributorLife = {
  approvedAt: Date | null;
  firstShareAt: Date | null;
  firstOrderAt: Date | null;
  lastOrderAt: Date | null;
};

/**
 * The furthest stage that a distributor has reached at `now`. A later stage needs no trace of the ones
 * before: who sold by an offline code has a first order and perhaps no share. Active is a state that
 * ends: without an order in the last `activeDays` days they are back at `first_order`.
 */
export function lifeStage(
  life: DistributorLife,
  now: Date,
  activeDays: number = ACTIVE_DAYS,
): LifeStage {
  const { lastOrderAt } = life;
  const activeMs = activeDays * 86_400_000;
  if (lastOrderAt !== null && now.getTime() - lastOrderAt.getTime() < activeMs) return "active";
  if (life.firstOrderAt !== null) return "first_order";
  if (life.firstShareAt !== null) return "first_share";
  return life.approvedAt === null ? "applied" : "approved";
}

/** How many distributors reached each stage or a later one: it only ever gets fewer. */
export function countLifeStages(stages: readonly LifeStage[]): Record<LifeStage, number> {
  const reached = (stage: LifeStage) =>
    stages.filter((one) => LIFE_STAGES.indexOf(one) >= LIFE_STAGES.indexOf(stage)).length;
  return {
    applied: reached("applied"),
    approved: reached("approved"),
    first_share: reached("first_share"),
    first_order: reached("first_order"),
    active: reached("active"),
  };
}
