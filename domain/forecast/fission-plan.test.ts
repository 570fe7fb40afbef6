import fc from "fast-check";
import { expect, test } from "vitest";
import { FISSION_LIMITS, type FissionPlan, judgeFissionPlan } from "./fission-plan";

const plan: FissionPlan = {
  seeds: 1,
  friendsPerHopBps: 200_000,
  reshareBps: 10_000,
  hops: 2,
  conversionBps: 1_000,
  orderValueFen: 100_00n,
  unitsPerOrderBps: 10_000,
  grossMarginBps: 4_000,
  level1Bps: 0,
  level2Bps: 0,
  paymentFeeBps: 60,
  fixedCostFen: 0n,
  population: 1_500_000_000,
};

const numberFields = [
  "seeds",
  "friendsPerHopBps",
  "reshareBps",
  "hops",
  "conversionBps",
  "unitsPerOrderBps",
  "grossMarginBps",
  "level1Bps",
  "level2Bps",
  "paymentFeeBps",
  "population",
] as const;
const fenFields = ["orderValueFen", "fixedCostFen"] as const;

test.each(numberFields)("%s is taken up to both its limits and refused beyond", (field) => {
  const [min, max] = FISSION_LIMITS[field].map(Number);
  if (min === undefined || max === undefined) throw new Error("a limit has two ends");
  const fault = { ok: false, reason: "out_of_range", field };
  expect(judgeFissionPlan({ ...plan, [field]: min })).toBeNull();
  expect(judgeFissionPlan({ ...plan, [field]: max })).toBeNull();
  for (const wrong of [min - 1, max + 1, min + 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(judgeFissionPlan({ ...plan, [field]: wrong })).toEqual(fault);
  }
});

test.each(fenFields)("%s is taken up to both its limits and refused beyond", (field) => {
  const [min, max] = FISSION_LIMITS[field];
  const fault = { ok: false, reason: "out_of_range", field };
  expect(judgeFissionPlan({ ...plan, [field]: min })).toBeNull();
  expect(judgeFissionPlan({ ...plan, [field]: max })).toBeNull();
  expect(judgeFissionPlan({ ...plan, [field]: min - 1n })).toEqual(fault);
  expect(judgeFissionPlan({ ...plan, [field]: max + 1n })).toEqual(fault);
});

test("what is nothing is taken where it can be: friends, conversion, margin, fees, fixed cost", () => {
  const nothing = {
    friendsPerHopBps: 0,
    conversionBps: 0,
    grossMarginBps: 0,
    level1Bps: 0,
    level2Bps: 0,
    paymentFeeBps: 0,
    fixedCostFen: 0n,
  };
  expect(judgeFissionPlan({ ...plan, ...nothing })).toBeNull();
});

test.each<Partial<FissionPlan>>([
  { seeds: 0 },
  { hops: 0 },
  { hops: 11 },
  { orderValueFen: 0n },
  { unitsPerOrderBps: 0 },
  { conversionBps: 10_001 },
  { population: 0 },
])("%o is refused", (changed) => {
  expect(judgeFissionPlan({ ...plan, ...changed })).toMatchObject({ reason: "out_of_range" });
});

test.each<[string, Partial<FissionPlan>, object | null]>([
  ["as many seeds as people", { seeds: 500, population: 500 }, null],
  ["more seeds than people", { seeds: 500, population: 499 }, { field: "population" }],
  ["all of an order as commission", { level1Bps: 9_000, level2Bps: 1_000 }, null],
  [
    "more than an order as commission",
    { level1Bps: 9_000, level2Bps: 1_001 },
    { reason: "commission_above_whole" },
  ],
])("%s: %3$j", (_what, changed, fault) => {
  const judged = judgeFissionPlan({ ...plan, ...changed });
  if (fault === null) expect(judged).toBeNull();
  else expect(judged).toMatchObject({ ok: false, ...fault });
});

test("no figure whatever makes it throw, and of several faults the first of the form is named", () => {
  const figures = fc.record({ seeds: fc.double(), hops: fc.double() });
  fc.assert(
    fc.property(figures, (wrong) => {
      const fault = judgeFissionPlan({ ...plan, ...wrong });
      const isSeeds = Number.isInteger(wrong.seeds) && wrong.seeds >= 1 && wrong.seeds <= 1_000_000;
      if (!isSeeds) expect(fault).toMatchObject({ field: "seeds" });
      else if (fault !== null) expect(fault).toMatchObject({ field: "hops" });
    }),
  );
});
