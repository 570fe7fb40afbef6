import { expect, test } from "vitest";
import { QUESTIONS } from "./acts";
import type { Figures, Measures, People } from "./measures";
import { MEASURED_METRICS, type MeasuredMetric, measure } from "./metric-list";

const nothing: Figures = {
  clicks: 0,
  openings: 0,
  views: 0,
  dwellMs: 0n,
  favourites: 0,
  carts: 0,
  checkouts: 0,
  shareSets: 0,
  orders: 0,
  units: 0,
  grossFen: 0n,
  discountFen: 0n,
  freightFen: 0n,
  costFen: 0n,
  uncostedFen: 0n,
  refunds: 0,
  refundUnits: 0,
  refundFen: 0n,
  returnedCostFen: 0n,
  uncostedBackFen: 0n,
  commission1Fen: 0n,
  commission2Fen: 0n,
  clawedBackFen: 0n,
  feeFen: 0n,
  refundFreightFen: 0n,
  feeBackFen: 0n,
};
const nobody = Object.fromEntries(QUESTIONS.map((question) => [question, 0])) as People;
const measures = (figures: Partial<Figures>, people: Partial<People> = {}): Measures => ({
  figures: { ...nothing, ...figures },
  people: { ...nobody, ...people },
});

/** 100 yuan of goods that cost 60, 20 of unknown cost; 10 of the first come back with 6 of their cost. */
const day = measures(
  {
    orders: 3,
    units: 7,
    openings: 8,
    grossFen: 12_000n,
    uncostedFen: 2_000n,
    costFen: 6_000n,
    refundFen: 1_000n,
    returnedCostFen: 600n,
    commission1Fen: 900n,
    commission2Fen: 300n,
    clawedBackFen: 100n,
  },
  {
    ...{ visitors: 8, converted: 2, buyers: 3, repeatBuyers: 1 },
    ...{ sharers: 2, visitingSharers: 1, brought: 5, resharers: 1 },
  },
);

test.each<[MeasuredMetric, bigint | number]>([
  ["netSales", 11_000n],
  ["soldCost", 5_400n],
  ["grossProfit", 3_600n],
  ["margin", 4_000],
  ["commissionPromised", 1_200n],
  ["commissionCost", 1_000],
  ["earningsPerClick", 138n],
  ["valuePerOrder", 4_000n],
  ["valuePerBuyer", 4_000n],
  ["unitsPerOrder", 23n],
  ["conversion", 2_500],
  ["repurchaseRate", 3_333],
  ["shareRate", 1_250],
  ["broughtPerSharer", 25n],
  ["reshareRate", 2_000],
])("%s of a day that is known by heart is %s", (metric, value) => {
  expect(measure(metric, day).value).toBe(value);
});

test("in an empty shop counts and sums are 0, and every quotient is undefined and not 0", () => {
  const empty = measures({});
  const found = Object.keys(MEASURED_METRICS).map((name) => {
    const { unit, value } = measure(name as MeasuredMetric, empty);
    return [name, unit === "bps" || unit === "tenths" ? value : String(value)];
  });
  const quotients = ["valuePerOrder", "valuePerBuyer", "earningsPerClick"];
  for (const [name, value] of found) {
    const wanted = value === null || quotients.includes(String(name)) ? null : "0";
    expect([name, value === "null" ? null : value]).toEqual([name, wanted]);
  }
});

test("a share of people that are no part of the whole is a wrong query and not a figure", () => {
  expect(() => measure("conversion", measures({}, { visitors: 1, converted: 2 }))).toThrow(
    RangeError,
  );
});
