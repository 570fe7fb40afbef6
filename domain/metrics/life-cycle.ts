import { countDays } from "./calendar-day";

/** How far a distributor has come, in order (analytics.md, board 12). */
export const LIFE_STAGES = ["applied", "approved", "first_share", "first_order", "active"] as const;
export type LifeStage = (typeof LIFE_STAGES)[number];

/** An order that counts for the distributor on one of that many days, today among them, makes them active. */
const ACTIVE_DAYS = 30;

/** The Shanghai days of a distributor's life; null for what has not happened. Orders are paid ones. */
export type DistributorLife = {
  approvedDay: string | null;
  /** On which a link of theirs was first opened by somebody else. */
  firstShareDay: string | null;
  firstOrderDay: string | null;
  lastOrderDay: string | null;
};

/**
 * The furthest stage that a distributor has reached by `today`. A later stage needs no trace of the ones
 * before: who sold by an offline code has a first order and perhaps no share. Active is a state that
 * ends: without an order in the last 30 days they are back at `first_order`.
 */
export function lifeStage(life: DistributorLife, today: string): LifeStage {
  const { lastOrderDay } = life;
  if (lastOrderDay !== null && countDays(lastOrderDay, today) < ACTIVE_DAYS) return "active";
  if (life.firstOrderDay !== null) return "first_order";
  if (life.firstShareDay !== null) return "first_share";
  return life.approvedDay === null ? "applied" : "approved";
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
