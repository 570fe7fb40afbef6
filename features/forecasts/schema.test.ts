import fc from "fast-check";
import { expect, test } from "vitest";
import { CLASSIC_PLAN } from "@/domain/forecast/classic-plan";
import { FISSION_FIELDS, FISSION_LIMITS, type FissionPlan } from "@/domain/forecast/fission-plan";
import { smallerFen } from "@/domain/money/fen";
import { MAX_TYPED_FEN } from "@/domain/money/parse-yuan";
import {
  forecastQuery,
  readForecastDays,
  readForecastRequest,
  writePlan,
} from "@/features/forecasts/schema";

const today = "2026-06-09";
const read = (values: Record<string, string>) => readForecastRequest(values, CLASSIC_PLAN, today);

/** The reason at each faulty field, or what was understood. */
function outcome(values: Record<string, string>) {
  const request = read(values);
  if (request.ok) return "understood";
  return Object.fromEntries(
    Object.entries(request.faults).map(([field, fault]) => [field, fault?.reason]),
  );
}

test("nothing typed asks for the usual plan over 30 days from tomorrow on", () => {
  expect(read({})).toMatchObject({
    ok: true,
    plan: CLASSIC_PLAN,
    window: { from: "2026-06-10", to: "2026-07-10" },
    typed: { friendsPerHopBps: "20", conversionBps: "10", orderValueFen: "100.00" },
  });
});

test.each([
  [{ seeds: "两百" }, { seeds: "count" }],
  [{ seeds: "0" }, { seeds: "range" }],
  [{ seeds: "9".repeat(60) }, { seeds: "count" }],
  [{ hops: "2.5" }, { hops: "count" }],
  [{ hops: "11" }, { hops: "range" }],
  [{ friendsPerHopBps: "0.12345" }, { friendsPerHopBps: "times" }],
  [{ friendsPerHopBps: "-1" }, { friendsPerHopBps: "times" }],
  [{ friendsPerHopBps: "1000.0001" }, { friendsPerHopBps: "range" }],
  [{ conversionBps: "100.01" }, { conversionBps: "percent" }],
  [{ orderValueFen: "1.005" }, { orderValueFen: "yuan" }],
  [{ orderValueFen: "0" }, { orderValueFen: "range" }],
  [{ fixedCostFen: "99999999999999" }, { fixedCostFen: "range" }],
  [{ seeds: "500", population: "499" }, { population: "range" }],
  [{ level1Bps: "60", level2Bps: "40.01" }, { level2Bps: "sum" }],
  [
    { seeds: "x", hops: "y", from: "2026-02-30" },
    { seeds: "count", hops: "count", from: "not_a_day" },
  ],
  [{ until: "bald" }, { until: "not_a_day" }],
  [{ from: "2026-07-02", until: "2026-07-01" }, { until: "reversed" }],
  [{ from: "2026-07-01", until: "2027-07-02" }, { until: "too_long" }],
  [{ from: "2026-07-01", until: "2027-07-01" }, "understood"],
  [{ seeds: "1,000", friendsPerHopBps: " 0.37 ", conversionBps: "12.5%" }, "understood"],
])("%j is answered with %j", (values, expected) => {
  expect(outcome(values)).toEqual(expected);
});

test("what cannot be understood is given back as it was typed, beside what was right", () => {
  expect(read({ seeds: "很多", hops: "3" })).toMatchObject({
    ok: false,
    typed: { seeds: "很多", hops: "3" },
    faults: { seeds: { min: "1", max: "1,000,000" } },
  });
});

test("the days alone are read as in the whole", () => {
  expect(readForecastDays({ from: "2026-07-01", until: "2026-07-01" }, today)).toEqual({
    ok: true,
    window: { from: "2026-07-01", to: "2026-07-02" },
  });
});

test("every plan that a person can type comes back from its own address as it was", () => {
  const figure = (field: keyof FissionPlan) => {
    const [min, max] = FISSION_LIMITS[field];
    return fc.bigInt({ min, max: smallerFen(max, MAX_TYPED_FEN) });
  };
  const texts = fc.tuple(...FISSION_FIELDS.map(figure)).map((values) => {
    const plan = { ...CLASSIC_PLAN };
    FISSION_FIELDS.forEach((field, at) => {
      const value = values[at] ?? 0n;
      if (field === "orderValueFen" || field === "fixedCostFen") plan[field] = value;
      else plan[field] = Number(value);
    });
    return { ...plan, level2Bps: 10_000 - plan.level1Bps, population: 1_500_000_000 };
  });
  fc.assert(
    fc.property(texts, (plan) => {
      const window = { from: "2026-07-01", to: "2026-08-01" };
      const values = Object.fromEntries(new URLSearchParams(forecastQuery(plan, window)));
      expect(read(values)).toMatchObject({ ok: true, plan, window, typed: writePlan(plan) });
    }),
  );
});
