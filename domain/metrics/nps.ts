import type { Bps } from "../money/fen";
import { ratioBps } from "./compare";

/** How many answers there were from 0 to 10, in this order. */
export type NpsCounts = readonly number[];

/** `npsBps` runs from -10000 to 10000; the screen shows it as points from -100 to 100, with `answers`. */
export type Nps = {
  answers: number;
  promoters: number;
  passives: number;
  detractors: number;
  npsBps: Bps | null;
};

/** 9 and 10, 7 and 8, 0 to 6. */
export const NPS_GROUPS = ["promoter", "passive", "detractor"] as const;
export type NpsGroup = (typeof NPS_GROUPS)[number];

const SCORES = 11;

/**
 * Net promoter score (analytics.md, board 11): share of 9 and 10 less share of 0 to 6; null without an
 * answer. Throws RangeError for anything but eleven counts.
 */
export function calculateNps(counts: NpsCounts): Nps {
  if (
    counts.length !== SCORES ||
    counts.some((count) => !Number.isSafeInteger(count) || count < 0)
  ) {
    throw new RangeError("NPS takes the counts of the scores 0 to 10");
  }
  const detractors = sum(counts.slice(0, 7));
  const passives = sum(counts.slice(7, 9));
  const promoters = sum(counts.slice(9));
  const answers = detractors + passives + promoters;
  return {
    answers,
    promoters,
    passives,
    detractors,
    npsBps: ratioBps(promoters - detractors, answers),
  };
}

/** Whether a typed score is one that the question offers. */
export function isNpsScore(score: number): boolean {
  return Number.isInteger(score) && score >= 0 && score < SCORES;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
