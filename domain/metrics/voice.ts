import { type StarCounts, summarizeStars } from "../reviews/summarize-stars";
import type { Figure } from "./figure";
import { calculateNps, type NpsCounts } from "./nps";
import { peopleRatioBps } from "./people-ratio";

/** Word of mouth of a window: sums over its days. */
export type Voice = {
  /** Answers given in the window, by their score from 0 to 10. */
  npsCounts: NpsCounts;
  /** Reviews written in the window that stand, by their stars from 1 to 5. */
  stars: StarCounts;
  paidOrders: number;
  /** Of the orders paid in the window: those with a refund that has succeeded, whenever. */
  refundedOrders: number;
  /** Of those: the ones where the shop or its carrier was at fault. */
  complaintOrders: number;
  /** Orders that left in the window, whenever they were paid. */
  shippedOrders: number;
  /** Of those: the ones that left more than 48 hours after they were paid. */
  lateOrders: number;
};

/** An order that has not left so long after its payment is late. */
export const LATE_AFTER_HOURS = 48;

type Rule = (voice: Voice) => Figure;

/** The metrics of word of mouth (analytics.md, board 11), each computed here and nowhere else. */
const VOICE_METRICS = {
  nps: ({ npsCounts }) => ({ unit: "points", value: calculateNps(npsCounts).npsBps }),
  npsAnswers: ({ npsCounts }) => ({ unit: "count", value: calculateNps(npsCounts).answers }),
  reviewScore: ({ stars }) => ({ unit: "tenths", value: tenthsOf(stars) }),
  reviewCount: ({ stars }) => ({ unit: "count", value: summarizeStars(stars).reviews }),
  goodReviewRate: ({ stars }) => ({ unit: "bps", value: summarizeStars(stars).goodBps }),
  refundRate: ({ refundedOrders, paidOrders }) => share(refundedOrders, paidOrders),
  complaintRate: ({ complaintOrders, paidOrders }) => share(complaintOrders, paidOrders),
  lateShipmentRate: ({ lateOrders, shippedOrders }) => share(lateOrders, shippedOrders),
} as const satisfies Record<string, Rule>;

export type VoiceMetric = keyof typeof VOICE_METRICS;

/** One metric of a window's word of mouth. */
export function measureVoice(metric: VoiceMetric, voice: Voice): Figure {
  return VOICE_METRICS[metric](voice);
}

/** The part of a whole that cannot be larger than the whole. */
function share(part: number, whole: number): Figure {
  return { unit: "bps", value: peopleRatioBps(part, whole) };
}

function tenthsOf(stars: StarCounts): bigint | null {
  const { meanTenths } = summarizeStars(stars);
  return meanTenths === null ? null : BigInt(meanTenths);
}
