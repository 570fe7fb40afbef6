import { z } from "zod";
import { judgeActivityWeights } from "@/domain/metrics/activity-index";
import { addDays, countDays, isCalendarDay } from "@/domain/metrics/calendar-day";
import { samePeriodLastYear } from "@/domain/metrics/last-year";
import type { Figures } from "@/domain/metrics/measures";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { type DayWindow, previousWindow, readWindow } from "@/domain/metrics/window";
import { presetWindow, WINDOW_PRESETS, type WindowPreset } from "@/domain/metrics/window-preset";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";

/** A half-open window [from, to) of one merchant. */
export type Window = { merchantId: string; from: Date; to: Date };

export type BestSeller = { productId: string; title: string; units: number; salesFen: bigint };

/** What share links brought on one Shanghai day. */
export type ShareDay = {
  day: string;
  visits: number;
  visitors: number;
  orders: number;
  salesFen: bigint;
};

export type ShareChannelFigures = {
  channel: "card" | "qr" | "poster" | "offline";
  links: number;
  visits: number;
  visitors: number;
  orders: number;
  salesFen: bigint;
};

export type TopSharer = {
  customerId: string;
  distributorId: string | null;
  name: string;
  visits: number;
  visitors: number;
  orders: number;
  salesFen: bigint;
};

export type TopLink = {
  linkId: string;
  code: string;
  sharerName: string;
  targetKind: "shop" | "product" | "category" | "scene";
  targetTitle: string;
  channel: ShareChannelFigures["channel"];
  visits: number;
  visitors: number;
  orders: number;
};

/** A day at a glance. Amounts in fen; conversion is buyers ÷ visitors, null without a visitor. */
export type DayFigures = {
  orders: number;
  netSalesFen: bigint;
  buyers: number;
  visitors: number;
  conversionBps: number | null;
  commissionFen: bigint;
};

/** What a window's figures stand against. */
export const COMPARISONS = ["previous", "last_year", "none"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What a board can be narrowed by: one of these at a time. */
export const BOARD_SLICES = [
  "channel",
  "scene",
  "category",
  "distributor",
  "region",
  "product",
] as const;
export type BoardSlice = (typeof BOARD_SLICES)[number];

/** A part of the shop's figures; the key of "all" is empty. */
export type Slice = { kind: "all" | BoardSlice; key: string };

/** The parts that a filter offers, each with the name that people know it by. */
export type SliceChoices = Record<BoardSlice, { key: string; name: string }[]>;

/** What stands in a board's address, as it was typed or chosen. */
const typedBoardSchema = z.object({
  /** A preset, or "custom" for the two days; days alone mean "custom". */
  window: z.string().max(40).default(""),
  /** The first and the last day of an own window, both belonging to it. */
  from: z.string().max(40).default(""),
  until: z.string().max(40).default(""),
  compare: z.string().max(40).default("previous"),
  /** "channel:poster"; empty for everything. */
  slice: z.string().max(200).default(""),
});
export type TypedBoard = z.infer<typeof typedBoardSchema>;

/** What a board's address would hold that asks just this. */
export function typedBoard(asked: Partial<TypedBoard>): TypedBoard {
  return typedBoardSchema.parse(asked);
}

export type BoardFault = "not_a_day" | "reversed" | "too_long" | "too_early" | "unknown_choice";

/** `compare` is null where nothing is compared. `typed` is what the form shows again. */
export type BoardRequest =
  | {
      ok: true;
      typed: TypedBoard;
      window: DayWindow;
      comparison: Comparison;
      compare: DayWindow | null;
      slice: Slice;
    }
  | { ok: false; typed: TypedBoard; reason: BoardFault };

export type ReadBoard = Extract<BoardRequest, { ok: true }>;

/** Before this day no shop has figures, and a year before it the calendar's four digits still hold. */
const EARLIEST_DAY = "1980-01-01";
const DEFAULT_PRESET: WindowPreset = "last_30_days";
const comparisonSchema = z.enum(COMPARISONS);

/**
 * Which window, comparison and part a board's address asks for. What cannot be understood is told,
 * never replaced by something else: figures of a window that nobody asked for would be believed.
 * @param values the address's query, each name once
 * @param now the presets end on its Shanghai day
 */
export function readBoardRequest(
  values: Readonly<Record<string, string>>,
  now: Date,
): BoardRequest {
  const parsed = typedBoardSchema.safeParse(values);
  const read = parsed.data ?? typedBoardSchema.parse({});
  const hasDays = read.from !== "" || read.until !== "";
  const typed = { ...read, window: read.window || (hasDays ? "custom" : DEFAULT_PRESET) };
  if (!parsed.success) return { ok: false, typed, reason: "unknown_choice" };
  const comparison = comparisonSchema.safeParse(typed.compare).data;
  const slice = readSlice(typed.slice);
  if (!comparison || !slice) return { ok: false, typed, reason: "unknown_choice" };
  const asked = typed.window === "custom" ? readOwnWindow(typed) : readPreset(typed.window, now);
  if (!asked.ok) return { ok: false, typed, reason: asked.reason };
  const { window } = asked;
  if (window.from < EARLIEST_DAY) return { ok: false, typed, reason: "too_early" };
  const compare = { previous: previousWindow, last_year: samePeriodLastYear, none: () => null };
  return { ok: true, typed, window, comparison, compare: compare[comparison](window), slice };
}

/** The query under which the same board is found again; `more` is what else the address holds. */
export function boardQuery(
  typed: TypedBoard,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const { from, until, ...others } = typed;
  const days = typed.window === "custom" ? { from, until } : {};
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...others, ...days, ...more })) {
    if (value) query.set(name, value);
  }
  return query.toString();
}

/** The rules of anomalies whose findings are orders. */
export const ODD_ORDER_LISTS = ["orders_without_clicks", "own_customer", "refund_ring"] as const;
export type OddOrderList = (typeof ODD_ORDER_LISTS)[number];

/** What the orders behind the board of word of mouth have in common. */
export const VOICE_ORDER_LISTS = ["refunded", "complaints", "late", "overdue"] as const;
export type VoiceOrderList = (typeof VOICE_ORDER_LISTS)[number];

type ReadPart = { ok: true; window: DayWindow } | { ok: false; reason: BoardFault };

function readPreset(name: string, now: Date): ReadPart {
  const preset = WINDOW_PRESETS.find((one): one is WindowPreset => one === name);
  if (!preset) return { ok: false, reason: "unknown_choice" };
  return { ok: true, window: presetWindow(preset, shanghaiDay(now)) };
}

function readOwnWindow({ from, until }: TypedBoard): ReadPart {
  if (!isCalendarDay(until)) return { ok: false, reason: "not_a_day" };
  const read = readWindow(from, addDays(until, 1));
  if (read.ok) return read;
  // People name the last day, not the one after it: to them an empty window is a reversed one.
  return { ok: false, reason: read.reason === "empty" ? "reversed" : read.reason };
}

/** The part that an address names; null where there is no such kind. */
export function readSlice(text: string): Slice | null {
  if (text === "") return { kind: "all", key: "" };
  const kind = BOARD_SLICES.find((one) => text.startsWith(`${one}:`));
  const key = text.slice((kind?.length ?? 0) + 1);
  return kind && key ? { kind, key } : null;
}

/** Shanghai days [fromDay, untilDay) of a merchant, with their instants [from, until). */
export type DaySpan = {
  merchantId: AuthorizedMerchantId;
  fromDay: string;
  untilDay: string;
  from: Date;
  until: Date;
};

/** An order or refund behind a figure, with what of it lies in the part asked; of a refund the day it succeeded. */
export type OrderBehind = {
  at: Date;
  isRefund: boolean;
  orderNo: string;
  /** Of an order history: there is no page of it. */
  isHistory: boolean;
  name: string;
  channel: string;
  region: string;
  figures: Figures;
};

/** A person behind a figure; without a customer a browser, or a customer of an order history. */
export type PersonBehind = {
  customerId: string | null;
  name: string;
  lastDay: string;
  /** Days of the window on which they acted, and orders that they paid in it. */
  days: number;
  orders: number;
};

/** How many trailing days the margin line can sum up (analytics.md, board 8). */
export const MARGIN_SPANS = [7, 30, 90] as const;

const points = z.int().min(0).max(100);

/** Points of one act of each kind in a product's activity index. */
export const activityWeightsSchema = z.object({
  views: points,
  visitors: points,
  favourites: points,
  carted: points,
  checkedOut: points,
  paidUnits: points,
  effectiveShares: points,
});

/** What the boards take from the merchant and not from the facts. */
export const analyticsSettingSchema = z.object({
  fixedCostPerDayFen: z.bigint().min(0n).max(10_000_000_000n),
  freightCostPerOrderFen: z.bigint().min(0n).max(10_000_000n),
  safetyDays: z.int().min(0).max(365),
  slowMoverDays: z.int().min(1).max(3_650),
  activityWeights: activityWeightsSchema.refine(
    (weights) => judgeActivityWeights(weights).ok,
    "fault.weights",
  ),
});
export type AnalyticsSetting = z.infer<typeof analyticsSettingSchema>;

/** Nothing is counted with a day that is none. */
const calendarDay = z.string().refine(isCalendarDay, { abort: true });
/** Days to be rolled up once more, the last one included: a month at most. */
export const recomputedDaysSchema = z
  .object({ from: calendarDay, until: calendarDay })
  .refine(({ from, until }) => until >= from && countDays(from, until) < 31, {
    path: ["until"],
    error: "fault.recomputedDays",
  });
export type RecomputedDays = z.infer<typeof recomputedDaysSchema>;

/** What the board of products can be ordered by. */
export const PRODUCT_ORDERS = ["views", "favourites", "carts", "units", "grossFen"] as const;
export type ProductOrder = (typeof PRODUCT_ORDERS)[number];

/** What best sellers are best in. */
export const BEST_SELLER_ORDERS = ["netFen", "units", "grossProfitFen"] as const;
export type BestSellerOrder = (typeof BEST_SELLER_ORDERS)[number];

const pageSchema = z.coerce.number().int().min(1).max(1_000).catch(1);

/** The page of a list that is turned by number; the first where it makes no sense. */
export function readPageNumber(text: string | undefined): number {
  return pageSchema.parse(text ?? 1);
}

/** Something that just happened: an order was paid, or somebody came by a share. */
export type LatestAct = {
  kind: "order" | "visit";
  id: string;
  /** "HH:MM" in China. */
  at: string;
  orderNo: string | null;
  /** Goods without freight; null for a visit. */
  fen: string | null;
  place: string;
  channel: string;
  /** Of the product that was shared; empty where it was something else. */
  title: string;
};
