import { z } from "zod";
import {
  FISSION_FIELDS,
  FISSION_LIMITS,
  type FissionPlan,
  isWithinLimits,
  judgeFissionPlan,
} from "@/domain/forecast/fission-plan";
import { addDays, isCalendarDay } from "@/domain/metrics/calendar-day";
import { type DayWindow, lastDayOf, readWindow, windowDays } from "@/domain/metrics/window";
import { smallerFen } from "@/domain/money/fen";
import { formatYuan, formatYuanPlain } from "@/domain/money/format-yuan";
import { MAX_TYPED_FEN, parseYuan } from "@/domain/money/parse-yuan";
import { formatBps, parsePercent } from "@/lib/i18n/format-bps";

type PlanField = keyof FissionPlan;
type PlanUnit = "count" | "times" | "percent" | "yuan";

/** How a person types each figure: whole, with up to four decimals, in percent or in yuan. */
const PLAN_UNITS: Record<PlanField, PlanUnit> = {
  seeds: "count",
  friendsPerHopBps: "times",
  reshareBps: "percent",
  hops: "count",
  conversionBps: "percent",
  orderValueFen: "yuan",
  unitsPerOrderBps: "times",
  grossMarginBps: "percent",
  level1Bps: "percent",
  level2Bps: "percent",
  paymentFeeBps: "percent",
  fixedCostFen: "yuan",
  population: "count",
};

/** A forecast speaks of a year at most, and of 30 days where nobody says otherwise. */
const MOST_DAYS = 366;
export const USUAL_DAYS = 30;

/** The figures of a plan and its two days, both belonging to it, as they stand in the form and the address. */
export type TypedForecast = Record<PlanField | "from" | "until", string>;

/** Why a field cannot be taken, with what it may hold. */
export type ForecastFault = {
  reason: PlanUnit | "range" | "sum" | "not_a_day" | "reversed" | "too_long";
  min: string;
  max: string;
};

export type ForecastRequest =
  | { ok: true; typed: TypedForecast; plan: FissionPlan; window: DayWindow }
  | {
      ok: false;
      typed: TypedForecast;
      faults: Partial<Record<keyof TypedForecast, ForecastFault>>;
    };

type ReadDays =
  | { ok: true; window: DayWindow }
  | { ok: false; field: "from" | "until"; reason: "not_a_day" | "reversed" | "too_long" };

/** The days that a forecast is to speak of: those given, or 30 from tomorrow on. */
export function readForecastDays(
  values: Readonly<Record<string, string>>,
  today: string,
): ReadDays {
  const { from, until } = typedDays(values, today);
  if (!isCalendarDay(from)) return { ok: false, field: "from", reason: "not_a_day" };
  if (!isCalendarDay(until)) return { ok: false, field: "until", reason: "not_a_day" };
  const read = readWindow(from, addDays(until, 1));
  if (!read.ok) return { ok: false, field: "until", reason: daysReason(read.reason) };
  if (windowDays(read.window) > MOST_DAYS) return { ok: false, field: "until", reason: "too_long" };
  return read;
}

/**
 * What a forecast's address or form asks for. What is not given is taken from `usual`; what cannot be
 * understood is told and never replaced, and all that was typed is given back.
 */
export function readForecastRequest(
  values: Readonly<Record<string, string>>,
  usual: FissionPlan,
  today: string,
): ForecastRequest {
  const faults: Partial<Record<keyof TypedForecast, ForecastFault>> = {};
  const typed: TypedForecast = {
    ...writePlan(usual),
    ...typedFigures(values),
    ...typedDays(values, today),
  };
  const figure = (field: PlanField): bigint => {
    const read = readFigure(field, typed[field]);
    if (read.ok) return read.value;
    faults[field] = { reason: read.reason, ...limitsOf(field) };
    return 0n;
  };
  const count = (field: PlanField) => Number(figure(field));
  const plan: FissionPlan = {
    seeds: count("seeds"),
    friendsPerHopBps: count("friendsPerHopBps"),
    reshareBps: count("reshareBps"),
    hops: count("hops"),
    conversionBps: count("conversionBps"),
    orderValueFen: figure("orderValueFen"),
    unitsPerOrderBps: count("unitsPerOrderBps"),
    grossMarginBps: count("grossMarginBps"),
    level1Bps: count("level1Bps"),
    level2Bps: count("level2Bps"),
    paymentFeeBps: count("paymentFeeBps"),
    fixedCostFen: figure("fixedCostFen"),
    population: count("population"),
  };
  const days = readForecastDays(values, today);
  if (!days.ok) faults[days.field] = { reason: days.reason, min: "1", max: String(MOST_DAYS) };
  const fault = Object.keys(faults).length === 0 ? judgeFissionPlan(plan) : null;
  if (fault?.reason === "commission_above_whole") {
    faults.level2Bps = { reason: "sum", min: "0", max: "100" };
  } else if (fault) {
    faults[fault.field] = { reason: "range", ...limitsOf(fault.field), min: typed.seeds };
  }
  if (!days.ok || Object.keys(faults).length > 0) return { ok: false, typed, faults };
  return { ok: true, typed, plan, window: days.window };
}

/** The query under which a forecast is found again. */
export function forecastQuery(plan: FissionPlan, window: DayWindow): string {
  const days = { from: window.from, until: lastDayOf(window) };
  return new URLSearchParams({ ...writePlan(plan), ...days }).toString();
}

/** Each figure of a plan as a person types it. */
export function writePlan(plan: FissionPlan): Record<PlanField, string> {
  const write = (field: PlanField) => writeTyped(PLAN_UNITS[field], BigInt(plan[field]));
  return {
    seeds: write("seeds"),
    friendsPerHopBps: write("friendsPerHopBps"),
    reshareBps: write("reshareBps"),
    hops: write("hops"),
    conversionBps: write("conversionBps"),
    orderValueFen: write("orderValueFen"),
    unitsPerOrderBps: write("unitsPerOrderBps"),
    grossMarginBps: write("grossMarginBps"),
    level1Bps: write("level1Bps"),
    level2Bps: write("level2Bps"),
    paymentFeeBps: write("paymentFeeBps"),
    fixedCostFen: write("fixedCostFen"),
    population: write("population"),
  };
}

/** A figure of a plan for people: "1,000,000", "0.37", "10%", "¥100.00". */
export function showFigure(field: PlanField, value: number | bigint): string {
  const unit = PLAN_UNITS[field];
  if (unit === "count") return Number(value).toLocaleString("en-US");
  if (unit === "yuan") return `¥${formatYuan(BigInt(value))}`;
  return unit === "percent" ? formatBps(Number(value)) : writeTyped(unit, BigInt(value));
}

/** What a saved forecast is called. */
export const forecastTitleSchema = z.object({ title: z.string().trim().min(1).max(60) });

/** A forecast as it was saved. */
export type SavedForecast = {
  forecastId: string;
  title: string;
  window: DayWindow;
  plan: FissionPlan;
  orders: number;
  salesFen: bigint;
};

const daysReason = (reason: "not_a_day" | "reversed" | "empty" | "too_long") =>
  // People name the last day: to them an empty window is a reversed one.
  reason === "empty" ? "reversed" : reason;

function typedDays(values: Readonly<Record<string, string>>, today: string) {
  const from = values.from ?? addDays(today, 1);
  const usualEnd = isCalendarDay(from) ? addDays(from, USUAL_DAYS - 1) : "";
  return { from, until: values.until ?? usualEnd };
}

function typedFigures(values: Readonly<Record<string, string>>): Record<string, string> {
  const given = FISSION_FIELDS.map((field) => [field, values[field] ?? ""] as const);
  return Object.fromEntries(given.filter(([, text]) => text !== ""));
}

const COUNT = /^(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})$/;
const TIMES = /^(\d{1,6})(?:\.(\d{1,4}))?$/;

type ReadFigure = { ok: true; value: bigint } | { ok: false; reason: PlanUnit | "range" };

function readFigure(field: PlanField, typed: string): ReadFigure {
  const unit = PLAN_UNITS[field];
  const text = typed.trim();
  if (unit === "yuan") {
    const read = parseYuan(text);
    if (!read.ok) return { ok: false, reason: read.reason === "too_large" ? "range" : "yuan" };
    return within(field, read.fen);
  }
  const value = readWhole(unit, text);
  return value === null ? { ok: false, reason: unit } : within(field, value);
}

function readWhole(unit: Exclude<PlanUnit, "yuan">, text: string): bigint | null {
  if (unit === "count") return COUNT.test(text) ? BigInt(text.replaceAll(",", "")) : null;
  if (unit === "percent") {
    const bps = parsePercent(text);
    return bps === null ? null : BigInt(bps);
  }
  const [, whole, decimals = ""] = TIMES.exec(text) ?? [];
  return whole === undefined ? null : BigInt(whole + decimals.padEnd(4, "0"));
}

function within(field: PlanField, value: bigint): ReadFigure {
  return isWithinLimits(field, value) ? { ok: true, value } : { ok: false, reason: "range" };
}

function limitsOf(field: PlanField): { min: string; max: string } {
  const [min, max] = FISSION_LIMITS[field];
  const most = PLAN_UNITS[field] === "yuan" ? smallerFen(max, MAX_TYPED_FEN) : max;
  return { min: showFigure(field, min), max: showFigure(field, most) };
}

function writeTyped(unit: PlanUnit, value: bigint): string {
  if (unit === "count") return value.toString();
  if (unit === "yuan") return formatYuanPlain(value);
  if (unit === "percent") return formatBps(Number(value)).replace("%", "");
  const decimals = (value % 10_000n).toString().padStart(4, "0").replace(/0+$/, "");
  return `${value / 10_000n}${decimals && `.${decimals}`}`;
}
