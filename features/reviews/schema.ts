import { z } from "zod";
import { NPS_GROUPS } from "@/domain/metrics/nps";
import type { StarCounts } from "@/domain/reviews/summarize-stars";
import { readSlice } from "@/features/insights/schema";
import { dayText } from "@/lib/forms/day-text";

export const REVIEW_STATES = ["waiting", "published", "hidden", "withdrawn"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** For these the words of a review may be hidden. That somebody is not content is none of them. */
export const HIDE_REASONS = ["abuse", "privacy", "advertising", "off_topic", "unlawful"] as const;
export type HideReason = (typeof HIDE_REASONS)[number];

const longestText = 500;
const lineNoSchema = z.int().min(1).max(1_000);

/** What a customer says of a bought line; words are optional. */
export const saveReviewSchema = z.object({
  lineNo: lineNoSchema,
  score: z.int().min(1).max(5),
  content: z.string().trim().max(longestText).default(""),
});
export type SaveReviewInput = z.infer<typeof saveReviewSchema>;

export const withdrawReviewSchema = z.object({ lineNo: lineNoSchema });

/** The answer to "How likely are you to recommend us?". */
export const answerNpsSchema = z.object({
  score: z.int().min(0).max(10),
  content: z.string().trim().max(longestText).default(""),
});
export type AnswerNpsInput = z.infer<typeof answerNpsSchema>;

export const hideReviewSchema = z.object({ hideReason: z.enum(HIDE_REASONS) });

/** An empty answer takes the one before back. */
export const answerReviewSchema = z.object({ answer: z.string().trim().max(longestText) });

/** "channel:poster": what was said about orders or products of that part of the shop. */
const part = z
  .string()
  .max(200)
  .refine((text) => readSlice(text) !== null);

export const reviewFilterSchema = z.object({
  state: z.enum(REVIEW_STATES).optional(),
  /** Reviews with so many stars. */
  score: z.coerce.number().int().min(1).max(5).optional(),
  productId: z.uuid().optional(),
  /** Days in Shanghai, both included. */
  from: dayText.optional(),
  until: dayText.optional(),
  slice: part.optional(),
  /** nextCursor of the page before. */
  cursor: z.string().max(100).optional(),
});
export type ReviewFilter = z.infer<typeof reviewFilterSchema>;

export const npsFilterSchema = z.object({
  group: z.enum(NPS_GROUPS).optional(),
  from: dayText.optional(),
  until: dayText.optional(),
  slice: part.optional(),
  cursor: z.string().max(100).optional(),
});
export type NpsFilter = z.infer<typeof npsFilterSchema>;

/** An own review, as its writer sees it. */
export type OwnReviewView = {
  score: number;
  content: string;
  state: ReviewState;
  hideReason: string;
  answer: string;
  /** Nobody has decided about it or answered it yet. */
  canChange: boolean;
};

export type ReviewableLineView = {
  lineNo: number;
  productTitle: string;
  optionName: string;
  pictureKey: string;
  review: OwnReviewView | null;
  /** Nothing was said of it yet, and something may be. */
  isOpen: boolean;
};

/** What a customer may say about an own order. */
export type ReviewSheetView = { orderNo: string; lines: ReviewableLineView[]; asksNps: boolean };

/** A published review in the mall. */
export type PublicReviewView = {
  reviewId: string;
  score: number;
  content: string;
  answer: string;
  /** "林**"; empty for somebody without a name. */
  maskedName: string;
  optionName: string;
  createdAt: Date;
};

/** What a product's page says of its reviews: the stars of all that stand, the words that are published. */
export type ProductReviewsView = {
  stars: StarCounts;
  reviews: PublicReviewView[];
  hasMore: boolean;
};

export type StaffReviewView = {
  reviewId: string;
  score: number;
  content: string;
  state: ReviewState;
  hideReason: string;
  answer: string;
  createdAt: Date;
  answeredAt: Date | null;
  orderNo: string;
  productId: string;
  productTitle: string;
  optionName: string;
  customerId: string;
  nickname: string;
};

export type NpsAnswerView = {
  orderNo: string;
  score: number;
  content: string;
  createdAt: Date;
  customerId: string;
  nickname: string;
};
