import { ratioBps } from "../metrics/compare";
import { divideToNearest } from "../metrics/divide-to-nearest";
import type { Figures, People } from "../metrics/measures";
import { costedNetFen, profitFen } from "../metrics/sales-sums";
import type { Bps, Fen } from "../money/fen";
import { CLASSIC_PLAN } from "./classic-plan";
import { type FissionPlan, isWithinLimits } from "./fission-plan";

/**
 * Where a figure of a plan was measured: by who brought whom, by what came by shares, in the whole shop,
 * in the merchant's settings; or nowhere, and the classic example stands in.
 */
export type PlanSource = "spread" | "shares" | "shop" | "setting" | "example";

export type MeasuredPlan = { plan: FissionPlan; sources: Record<keyof FissionPlan, PlanSource> };

/** Who brought whom within so many days: people, and the deepest hop at which somebody was new. */
export type MeasuredSpread = {
  days: number;
  people: Pick<People, "sharers" | "brought" | "resharers">;
  deepestHop: number;
};

/** What happened in a part of the shop, and the people whose ratio is the conversion. */
export type MeasuredPart = { figures: Figures; people: Pick<People, "visitors" | "converted"> };

type Rates = {
  conversionBps: Bps | null;
  orderValueFen: Fen | null;
  unitsPerOrderBps: Bps | null;
  grossMarginBps: Bps | null;
  level1Bps: Bps | null;
  level2Bps: Bps | null;
  paymentFeeBps: Bps | null;
};

const NOT_MEASURED: MeasuredPlan["sources"] = {
  seeds: "example",
  friendsPerHopBps: "example",
  reshareBps: "example",
  hops: "example",
  conversionBps: "example",
  orderValueFen: "example",
  unitsPerOrderBps: "example",
  grossMarginBps: "example",
  level1Bps: "example",
  level2Bps: "example",
  paymentFeeBps: "example",
  fixedCostFen: "example",
  population: "example",
};

/**
 * A shop's own figures as a plan: each from the first place that can tell it within the limits of a plan,
 * what came by shares before the whole shop; where nothing can, the classic example's stays.
 * @param measured `shares` has one per channel of sharing; `fixedCostPerDayFen` is the merchant's
 * @param days how many the forecast speaks of: friends come and fixed costs grow day by day
 */
export function measurePlan(
  measured: {
    spread: MeasuredSpread;
    shares: readonly MeasuredPart[];
    shop: MeasuredPart;
    fixedCostPerDayFen: Fen;
  },
  days: number,
): MeasuredPlan {
  const { spread, fixedCostPerDayFen } = measured;
  const { sharers, brought, resharers } = spread.people;
  const plan = { ...CLASSIC_PLAN };
  const sources = { ...NOT_MEASURED };
  const take = <Field extends keyof FissionPlan>(
    field: Field,
    source: PlanSource,
    value: FissionPlan[Field] | null,
  ) => {
    if (sources[field] !== "example" || value === null || !isWithinLimits(field, value)) return;
    plan[field] = value;
    sources[field] = source;
  };
  take("seeds", "spread", sharers);
  take("friendsPerHopBps", "spread", ratioBps(brought * days, sharers * spread.days));
  take("reshareBps", "spread", ratioBps(resharers, brought));
  take("hops", "spread", spread.deepestHop);
  take("fixedCostFen", "setting", fixedCostPerDayFen * BigInt(days));
  for (const [source, parts] of [
    ["shares", measured.shares],
    ["shop", [measured.shop]],
  ] as const) {
    const rates = measureRates(parts);
    take("conversionBps", source, rates.conversionBps);
    take("orderValueFen", source, rates.orderValueFen);
    take("unitsPerOrderBps", source, rates.unitsPerOrderBps);
    take("grossMarginBps", source, rates.grossMarginBps);
    take("level1Bps", source, rates.level1Bps);
    take("level2Bps", source, rates.level2Bps);
    take("paymentFeeBps", source, rates.paymentFeeBps);
  }
  return { plan, sources };
}

/** The rates of several parts of a shop together: ratios of sums. Null where there is nothing to divide by. */
function measureRates(parts: readonly MeasuredPart[]): Rates {
  const sum = (of: (figures: Figures) => bigint | number) =>
    parts.reduce((total, { figures }) => total + BigInt(of(figures)), 0n);
  const people = (of: "converted" | "visitors") =>
    parts.reduce((total, part) => total + part.people[of], 0);
  const grossFen = sum((figures) => figures.grossFen);
  const orders = sum((figures) => figures.orders);
  return {
    conversionBps: ratioBps(people("converted"), people("visitors")),
    orderValueFen: divideToNearest(grossFen, orders),
    unitsPerOrderBps: ratioBps(
      sum(({ units }) => units),
      orders,
    ),
    grossMarginBps: ratioBps(sum(profitFen), sum(costedNetFen)),
    level1Bps: ratioBps(
      sum(({ commission1Fen }) => commission1Fen),
      grossFen,
    ),
    level2Bps: ratioBps(
      sum(({ commission2Fen }) => commission2Fen),
      grossFen,
    ),
    paymentFeeBps: ratioBps(
      sum(({ feeFen }) => feeFen),
      grossFen,
    ),
  };
}
