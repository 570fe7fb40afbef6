import fc from "fast-check";
import { expect, test } from "vitest";
import { forecastFission } from "./fission";
import { FISSION_LIMITS, type FissionPlan } from "./fission-plan";

/** 20 × 20 × 20 at 10 %: twenty people tell twenty friends each, and those twenty more. */
const classic: FissionPlan = {
  seeds: 20,
  friendsPerHopBps: 200_000,
  reshareBps: 10_000,
  hops: 2,
  conversionBps: 1_000,
  orderValueFen: 100_00n,
  unitsPerOrderBps: 10_000,
  grossMarginBps: 4_000,
  level1Bps: 1_000,
  level2Bps: 500,
  paymentFeeBps: 60,
  fixedCostFen: 10_000_00n,
  population: 1_000_000,
};

function forecast(changed: Partial<FissionPlan> = {}) {
  const result = forecastFission({ ...classic, ...changed });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.forecast;
}

test("20 × 20 × 20 at 10 % reaches 8,000 people in the last hop and brings 840 orders", () => {
  expect(forecast().hops).toEqual([
    {
      hop: 1,
      people: 400,
      orders: 40,
      salesFen: 4_000_00n,
      stockUnits: 40,
      grossProfitFen: 1_600_00n,
      commissionFen: 400_00n,
      paymentFeeFen: 24_00n,
      contributionFen: 1_176_00n,
    },
    {
      hop: 2,
      people: 8_000,
      orders: 800,
      salesFen: 80_000_00n,
      stockUnits: 800,
      grossProfitFen: 32_000_00n,
      commissionFen: 12_000_00n,
      paymentFeeFen: 480_00n,
      contributionFen: 19_520_00n,
    },
  ]);
  expect(forecast()).toMatchObject({
    total: { people: 8_400, orders: 840, salesFen: 84_000_00n, commissionFen: 12_400_00n },
    marginFen: 10_696_00n,
    marginBps: 1_273,
    // 10,000 − 1,176 of the first hop are 8,824 at 24.40 an order: the 362nd pays them.
    breakEven: { orders: 402, hop: 2 },
    breakEvenCommissionBps: 2_750,
    notes: [],
  });
});

test("the last friends of a population are reached once, and nobody after them", () => {
  const small = forecast({ population: 1_000, hops: 4 });
  expect(small.hops.map(({ people }) => people)).toEqual([400, 580, 0, 0]);
  expect(small.notes).toEqual(["population_reached"]);
});

test("only those who share in turn bring the next hop: half of the friends, half of theirs", () => {
  const half = forecast({ reshareBps: 5_000, hops: 3 });
  expect(half.hops.map(({ people }) => people)).toEqual([400, 4_000, 40_000]);
  expect(forecast({ reshareBps: 0, hops: 3 }).hops.map(({ people }) => people)).toEqual([
    400, 0, 0,
  ]);
  expect(forecast({ reshareBps: 400, hops: 2 }).notes).toEqual(["spread_shrinks"]);
  expect(forecast({ reshareBps: 400, hops: 1 }).notes).toEqual([]);
});

test("a measured K below 1 is not rounded away hop by hop", () => {
  const small = forecast({ seeds: 1_000, friendsPerHopBps: 3_700, hops: 4 });
  expect(small.hops.map(({ people }) => people)).toEqual([370, 136, 50, 18]);
  expect(small.notes).toEqual(["spread_shrinks"]);
});

test("conversions of many small hops add up to those of all people", () => {
  const small = forecast({ seeds: 10, friendsPerHopBps: 9_000, hops: 10, conversionBps: 1_000 });
  expect(small.total.people).toBe(54);
  expect(small.total.orders).toBe(5);
});

test("stock is rounded up to whole units over all hops", () => {
  expect(forecast({ unitsPerOrderBps: 15_001 }).total.stockUnits).toBe(1_261);
});

test.each<[string, Partial<FissionPlan>, { orders: number; hop: number } | null]>([
  ["no fixed cost is paid from the start", { fixedCostFen: 0n }, { orders: 0, hop: 0 }],
  ["a fen is paid by the first order", { fixedCostFen: 1n }, { orders: 1, hop: 1 }],
  ["one order's contribution by one order", { fixedCostFen: 29_40n }, { orders: 1, hop: 1 }],
  ["a fen more by two", { fixedCostFen: 29_41n }, { orders: 2, hop: 1 }],
  ["the whole first hop's by its last", { fixedCostFen: 1_176_00n }, { orders: 40, hop: 1 }],
  ["all that comes by the very last", { fixedCostFen: 20_696_00n }, { orders: 840, hop: 2 }],
  ["a fen more than comes never", { fixedCostFen: 20_696_01n }, null],
  ["nothing by orders that lose", { grossMarginBps: 1_000 }, null],
  ["nothing without orders", { conversionBps: 0 }, null],
])("%s", (_what, changed, breakEven) => {
  expect(forecast(changed).breakEven).toEqual(breakEven);
});

test("orders that cost more than they bring are said, and lose more the more there are", () => {
  const losing = forecast({ grossMarginBps: 1_000, fixedCostFen: 0n });
  expect(losing.notes).toEqual(["order_loses"]);
  expect(losing.marginFen).toBe(-4_504_00n);
});

test("without sales no share is defined", () => {
  expect(forecast({ conversionBps: 0 })).toMatchObject({
    marginFen: -10_000_00n,
    marginBps: null,
    breakEvenCommissionBps: null,
  });
});

test("at the break-even commission nothing is left and nothing lost, but for rounding", () => {
  const bps = forecast({ level2Bps: 0 }).breakEvenCommissionBps ?? 0;
  const { marginFen, total } = forecast({ level2Bps: 0, level1Bps: bps });
  const error = marginFen < 0n ? -marginFen : marginFen;
  expect(error * 10_000n).toBeLessThanOrEqual(total.salesFen);
});

test("a plan that cannot be is refused with its fault, and nothing is forecast", () => {
  expect(forecastFission({ ...classic, hops: 11 })).toEqual({
    ok: false,
    reason: "out_of_range",
    field: "hops",
  });
});

test("friends who each bring one more neither shrink nor grow", () => {
  const even = forecast({ friendsPerHopBps: 10_000, hops: 3 });
  expect(even.hops.map(({ people }) => people)).toEqual([20, 20, 20]);
  expect(even.notes).toEqual([]);
});

const between = (field: keyof FissionPlan) =>
  fc.bigInt({ min: FISSION_LIMITS[field][0], max: FISSION_LIMITS[field][1] });
const count = (field: keyof FissionPlan) => between(field).map(Number);
const plans = fc.record<FissionPlan>({
  seeds: count("seeds"),
  friendsPerHopBps: fc.oneof(count("friendsPerHopBps"), fc.nat(30_000)),
  reshareBps: count("reshareBps"),
  hops: count("hops"),
  conversionBps: count("conversionBps"),
  orderValueFen: between("orderValueFen"),
  unitsPerOrderBps: count("unitsPerOrderBps"),
  grossMarginBps: count("grossMarginBps"),
  level1Bps: fc.nat(5_000),
  level2Bps: fc.nat(5_000),
  paymentFeeBps: fc.nat(100),
  fixedCostFen: between("fixedCostFen"),
  population: fc.integer({ min: 1_000_000, max: 1_500_000_000 }),
});

test("within its limits a forecast stays whole, adds up and reaches nobody twice", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { hops, total, marginFen } = forecast(plan);
      expect(total.people + plan.seeds).toBeLessThanOrEqual(plan.population);
      for (const hop of hops) {
        expect(Number.isSafeInteger(hop.stockUnits) && hop.stockUnits >= 0).toBe(true);
        expect(hop.orders >= 0 && hop.people >= 0).toBe(true);
      }
      expect(total.orders).toBe(Math.floor((total.people * plan.conversionBps) / 10_000));
      expect(total.salesFen).toBe(BigInt(total.orders) * plan.orderValueFen);
      expect(total.commissionFen).toBeLessThanOrEqual(total.salesFen);
      expect(marginFen).toBe(total.contributionFen - plan.fixedCostFen);
    }),
  );
});

test("at the break-even order the fixed cost is paid, one order earlier it is not", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { hops, breakEven } = forecast(plan);
      if (breakEven === null || breakEven.hop === 0) return;
      const earned = (orders: number) => {
        let left = BigInt(orders);
        let fen = 0n;
        for (const hop of hops) {
          const taken = left < BigInt(hop.orders) ? left : BigInt(hop.orders);
          if (hop.orders > 0) fen += (hop.contributionFen / BigInt(hop.orders)) * taken;
          left -= taken;
        }
        return fen;
      };
      expect(earned(breakEven.orders) >= plan.fixedCostFen).toBe(true);
      expect(earned(breakEven.orders - 1) < plan.fixedCostFen).toBe(true);
    }),
  );
});
