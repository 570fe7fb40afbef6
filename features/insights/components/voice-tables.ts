import { calculateNps } from "@/domain/metrics/nps";
import { measureVoice, type Voice, type VoiceMetric } from "@/domain/metrics/voice";
import type { DayWindow } from "@/domain/metrics/window";
import { summarizeStars } from "@/domain/reviews/summarize-stars";
import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import { inDays } from "@/features/insights/components/list-behind";
import { voiceBehind } from "@/features/insights/components/voice-behind";
import type { WordOfMouthBoard } from "@/features/insights/queries/ask-word-of-mouth-board";
import type { TypedBoard } from "@/features/insights/schema";

const right = { align: "right" } as const;
const ofReviews = ["reviewScore", "reviewCount", "goodReviewRate"] as const;
const metrics = [
  "nps",
  "npsAnswers",
  ...ofReviews,
  "refundRate",
  "complaintRate",
  "lateShipmentRate",
] as const satisfies readonly VoiceMetric[];

/** What is known of the part that a board is of: of products their reviews alone. */
export function metricsOf({ knowsOrders }: WordOfMouthBoard): readonly VoiceMetric[] {
  return knowsOrders ? metrics : ofReviews;
}

/** How many answered with which score. */
export function npsTable({ current, before }: WordOfMouthBoard, text: InsightText): BoardTable {
  return countTable(text, {
    caption: text("voice.npsScores"),
    head: text("voice.score"),
    names: current.npsCounts.map((_, score) => String(score)),
    now: current.npsCounts,
    before: before?.npsCounts ?? null,
  });
}

/** How many gave how many stars. */
export function starsTable({ current, before }: WordOfMouthBoard, text: InsightText): BoardTable {
  return countTable(text, {
    caption: text("voice.stars"),
    head: text("voice.score"),
    names: current.stars.map((_, index) => text("voice.starName", { score: index + 1 })),
    now: current.stars,
    before: before?.stars ?? null,
  });
}

function countTable(
  text: InsightText,
  of: {
    caption: string;
    head: string;
    names: readonly string[];
    now: readonly number[];
    before: readonly number[] | null;
  },
): BoardTable {
  const { caption, head, names, now, before } = of;
  return {
    caption,
    columns: [
      { key: "name", label: head },
      { key: "now", label: text("voice.count"), ...right },
      ...(before ? [{ key: "before", label: text("voice.countBefore"), ...right }] : []),
    ],
    rows: names.map((name, at) => ({
      key: name,
      cells: {
        name,
        now: { unit: "count", value: now[at] ?? 0 },
        before: before ? { unit: "count", value: before[at] ?? 0 } : "",
      },
    })),
  };
}

/** All figures by day, week or month. */
export function voicePeriodTable(
  board: WordOfMouthBoard,
  text: InsightText,
  typed: TypedBoard,
): BoardTable {
  const { periods, unit } = board;
  const shown = metricsOf(board);
  return {
    caption: text("voice.overTime"),
    columns: [
      { key: "period", label: text(`sales.unit.${unit}`) },
      ...shown.map((metric) => ({
        key: metric,
        label: text(`metric.${metric}.title`),
        ...right,
      })),
    ],
    rows: periods.map(({ period, voice }) => ({
      key: period.from,
      cells: {
        period: period.whole ? period.key : text("sales.partOf", { period: period.key }),
        ...figuresOf(shown, voice, { window: period, typed: inDays(typed, period) }),
      },
    })),
  };
}

/** Each figure of a period opens to what it is made of. */
function figuresOf(
  shown: readonly VoiceMetric[],
  voice: Voice,
  asked: { window: DayWindow; typed: TypedBoard },
): Record<string, BoardCell> {
  return Object.fromEntries(
    shown.map((metric) => {
      return [metric, { of: measureVoice(metric, voice), href: voiceBehind(metric, asked) }];
    }),
  );
}

/** Score and good-review rate of each product, those with most reviews first. */
export function productStarsTable(
  { products }: WordOfMouthBoard,
  text: InsightText,
  hrefOf: (productId: string) => string,
): BoardTable {
  return {
    caption: text("voice.byProduct"),
    columns: [
      { key: "product", label: text("voice.product") },
      { key: "reviews", label: text("metric.reviewCount.title"), ...right },
      { key: "score", label: text("metric.reviewScore.title"), ...right },
      { key: "good", label: text("metric.goodReviewRate.title"), ...right },
      { key: "bad", label: text("voice.badReviews"), ...right },
    ],
    rows: (products ?? []).map(({ productId, title, stars }) => {
      const { reviews, meanTenths, goodBps } = summarizeStars(stars);
      return {
        key: productId,
        cells: {
          product: { of: title, href: hrefOf(productId) },
          reviews: { unit: "count", value: reviews },
          score: { unit: "tenths", value: meanTenths === null ? null : BigInt(meanTenths) },
          good: { unit: "bps", value: goodBps },
          bad: { unit: "count", value: stars[0] + stars[1] },
        },
      };
    }),
  };
}

/** The three groups of answers with their part of all. */
export function npsGroups({ npsCounts }: Voice) {
  const { promoters, passives, detractors, answers } = calculateNps(npsCounts);
  return {
    answers,
    groups: [
      { group: "promoter", people: promoters },
      { group: "passive", people: passives },
      { group: "detractor", people: detractors },
    ] as const,
  };
}
