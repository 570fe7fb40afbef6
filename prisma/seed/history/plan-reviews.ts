import { awake, hourMs } from "@/prisma/seed/history/calendar";
import type { Chance } from "@/prisma/seed/history/chance";
import type { Plan } from "@/prisma/seed/history/deed";
import { chanceOf, type Outline } from "@/prisma/seed/history/outline";
import type { PlannedOrder } from "@/prisma/seed/history/plan-shopping";
import {
  checkReviews,
  recommend,
  reviewOrder,
  type Said,
} from "@/prisma/seed/history/review-deeds";
import { npsTexts, numberText, reviewTexts } from "@/prisma/seed/history/review-texts";

const scores = [1, 2, 3, 4, 5] as const;
/** Of a hundred reviews; most who say something are content. */
const scoreWeights = { 1: 2, 2: 4, 3: 9, 4: 25, 5: 60 } as const;
const groups = ["promoter", "passive", "detractor"] as const;
const groupWeights = { promoter: 58, passive: 27, detractor: 15 } as const;
const groupScores = { promoter: [9, 10], passive: [7, 8], detractor: [2, 4, 5, 6] } as const;

/** One buyer in three says what they think, one in four whether they would recommend the shop. */
export function planReviews(outline: Outline, orders: readonly PlannedOrder[]): Plan {
  const chance = chanceOf(outline, "reviews");
  const plan: Plan = [];
  for (const { name, person, receivedMs, lines } of orders) {
    if (receivedMs === null) continue;
    const atMs = awake(receivedMs + chance.int(2, 70) * hourMs) + chance.int(0, 3_000) * 1_000;
    const saidMs = Math.max(atMs, receivedMs + hourMs);
    if (chance.is(0.34)) {
      const said = lines.flatMap((_, index) => (chance.is(0.85) ? [say(index + 1, chance)] : []));
      plan.push(reviewOrder(saidMs, person, { name, said }));
    }
    if (chance.is(0.26)) {
      const group = chance.weighed(groups, (one) => groupWeights[one]);
      const content = chance.is(0.4) ? chance.pick(npsTexts[group]) : "";
      const score = chance.pick(groupScores[group]);
      plan.push(recommend(saidMs + 60_000, person, { name, score, content }));
    }
  }
  // What was said on the last day still waits for somebody.
  for (const { fromMs } of outline.days.slice(0, -1)) plan.push(checkReviews(fromMs + 18 * hourMs));
  return plan;
}

function say(lineNo: number, chance: Chance): Said {
  const score = chance.weighed(scores, (one) => scoreWeights[one]);
  if (chance.is(0.01)) return { lineNo, score, content: numberText };
  return { lineNo, score, content: chance.is(0.7) ? chance.pick(reviewTexts[score]) : "" };
}
