import { expect, test } from "vitest";
import { knownMeasures } from "../metrics/known-measures";
import { CLASSIC_PLAN } from "./classic-plan";
import { forecastFission } from "./fission";
import { measurePlan } from "./measured-plan";

const nothing = knownMeasures({});
const noSpread = { days: 90, people: { sharers: 0, brought: 0, resharers: 0 }, deepestHop: 0 };
const spread = { days: 90, people: { sharers: 50, brought: 300, resharers: 15 }, deepestHop: 3 };
const card = knownMeasures(
  {
    ...{ orders: 3, units: 4, grossFen: 300_00n, refundFen: 100_00n, costFen: 90_00n },
    ...{ uncostedFen: 50_00n, commission1Fen: 24_00n, commission2Fen: 6_00n, feeFen: 1_80n },
  },
  { visitors: 20, converted: 3 },
);
const qr = knownMeasures(
  { orders: 1, units: 1, grossFen: 100_01n, costFen: 60_00n, feeFen: 60n },
  { visitors: 5, converted: 1 },
);
const shop = knownMeasures(
  { orders: 10, units: 30, grossFen: 2_000_00n, costFen: 1_000_00n, feeFen: 12_00n },
  { visitors: 40, converted: 10 },
);

test("what can be measured of shares is, as ratios of sums over the channels", () => {
  const measured = { spread, shares: [card, qr], shop, fixedCostPerDayFen: 300_00n };
  const { plan, sources } = measurePlan(measured, 30);
  expect(plan).toEqual({
    seeds: 50,
    // Six friends each in 90 days are two in 30.
    friendsPerHopBps: 20_000,
    reshareBps: 500,
    hops: 3,
    conversionBps: 1_600,
    orderValueFen: 100_00n,
    unitsPerOrderBps: 12_500,
    // 150.00 and 100.01 of known cost after the refund, which cost 90.00 and 60.00.
    grossMarginBps: 4_000,
    level1Bps: 600,
    level2Bps: 150,
    paymentFeeBps: 60,
    fixedCostFen: 9_000_00n,
    population: CLASSIC_PLAN.population,
  });
  expect(sources).toMatchObject({
    seeds: "spread",
    conversionBps: "shares",
    grossMarginBps: "shares",
  });
  expect(sources).toMatchObject({ fixedCostFen: "setting", population: "example" });
});

test("without an order by a share the whole shop's orders are measured, and the shares' people", () => {
  const shared = knownMeasures({}, { visitors: 20 });
  const { plan, sources } = measurePlan(
    { spread, shares: [shared], shop, fixedCostPerDayFen: 0n },
    30,
  );
  expect(plan).toMatchObject({ conversionBps: 0, orderValueFen: 200_00n, grossMarginBps: 5_000 });
  expect(sources).toMatchObject({ conversionBps: "shares", orderValueFen: "shop" });
});

test("an empty shop is forecast with the classic example and its own fixed cost", () => {
  const shares = [nothing, nothing];
  const { plan, sources } = measurePlan(
    { spread: noSpread, shares, shop: nothing, fixedCostPerDayFen: 0n },
    30,
  );
  expect(plan).toEqual({ ...CLASSIC_PLAN, fixedCostFen: 0n });
  const { fixedCostFen, ...others } = sources;
  expect(fixedCostFen).toBe("setting");
  expect(new Set(Object.values(others))).toEqual(new Set(["example"]));
});

test("a figure that no forecast can hold is left to the next place: goods sold below their cost", () => {
  const losing = knownMeasures({ orders: 1, units: 1, grossFen: 100n, costFen: 300n });
  const asked = { spread, shares: [losing], fixedCostPerDayFen: 0n };
  expect(measurePlan({ ...asked, shop }, 30)).toMatchObject({
    plan: { grossMarginBps: 5_000, orderValueFen: 100n },
    sources: { grossMarginBps: "shop", orderValueFen: "shares" },
  });
  expect(measurePlan({ ...asked, shop: losing }, 30).sources.grossMarginBps).toBe("example");
});

test("the classic example is a plan that can be forecast", () => {
  expect(forecastFission(CLASSIC_PLAN)).toMatchObject({
    ok: true,
    forecast: { total: { people: 8_400, orders: 840, commissionFen: 8_400_00n } },
  });
});
