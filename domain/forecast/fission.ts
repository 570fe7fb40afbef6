import { ratioBps } from "../metrics/compare";
import { type Bps, type Fen, multiplyByBps, sumFen, WHOLE_BPS } from "../money/fen";
import { type FissionPlan, type FissionPlanFault, judgeFissionPlan } from "./fission-plan";

/** One hop of the spread. People are those reached for the first time; amounts are of their orders. */
export type FissionHop = {
  hop: number;
  people: number;
  orders: number;
  salesFen: Fen;
  stockUnits: number;
  grossProfitFen: Fen;
  commissionFen: Fen;
  paymentFeeFen: Fen;
  /** Gross profit less commission and payment fees, before the fixed cost. */
  contributionFen: Fen;
};

/** Keys of the sentences that a forecast has to say about its assumptions. */
export type FissionNote = "population_reached" | "spread_shrinks" | "order_loses";

export type FissionForecast = {
  hops: FissionHop[];
  total: Omit<FissionHop, "hop">;
  /** Contribution of all hops less the fixed cost, and its share of the sales. */
  marginFen: Fen;
  marginBps: Bps | null;
  /** The first order with which the contributions pay the fixed cost, counted from the first hop. */
  breakEven: { orders: number; hop: number } | null;
  /** What all levels together might take of the sales at a margin of 0; below 0 when it loses anyhow. */
  breakEvenCommissionBps: Bps | null;
  notes: FissionNote[];
};

/**
 * The fission calculator (F36): seeds bring seeds × friends people, and each further hop the part of the
 * one before that shares in turn × friends, rounded down once per hop and never more than are left of
 * the population. The seeds know of the shop already and order nothing here.
 * Money is an order's, rounded down like a real order's commission and fee, times the orders.
 * Orders of the first hop were brought by seeds, who have nobody above them: they owe level 1 only.
 */
export function forecastFission(
  plan: FissionPlan,
): { ok: true; forecast: FissionForecast } | FissionPlanFault {
  const fault = judgeFissionPlan(plan);
  if (fault !== null) return fault;
  const people = spread(plan);
  const hops = people.map((_, at) => forecastHop(plan, people, at));
  const total = totalOf(hops);
  const marginFen = total.contributionFen - plan.fixedCostFen;
  return {
    ok: true,
    forecast: {
      hops,
      total,
      marginFen,
      marginBps: ratioBps(marginFen, total.salesFen),
      breakEven: findBreakEven(hops, plan.fixedCostFen),
      breakEvenCommissionBps: ratioBps(marginFen + total.commissionFen, total.salesFen),
      notes: listNotes(plan, people, hops),
    },
  };
}

/** The people that each hop reaches for the first time. */
function spread(plan: FissionPlan): number[] {
  const whole = BigInt(WHOLE_BPS);
  let left = plan.population - plan.seeds;
  return Array.from({ length: plan.hops }, (_, at) => {
    const brought = BigInt(plan.seeds) * BigInt(plan.friendsPerHopBps);
    const growth = BigInt(plan.friendsPerHopBps) * BigInt(plan.reshareBps);
    const exact = (brought * growth ** BigInt(at)) / whole ** BigInt(2 * at + 1);
    const people = exact < BigInt(left) ? Number(exact) : left;
    left -= people;
    return people;
  });
}

function forecastHop(plan: FissionPlan, people: readonly number[], at: number): FissionHop {
  const reached = people.slice(0, at + 1).reduce((sum, count) => sum + count, 0);
  const before = reached - (people[at] ?? 0);
  // Of the running totals, so that many small hops do not lose an order each to rounding.
  const ordersBy = (count: number) => multiplyByBps(BigInt(count), plan.conversionBps);
  const orders = ordersBy(reached) - ordersBy(before);
  const unitsBy = (count: bigint) =>
    (count * BigInt(plan.unitsPerOrderBps) + BigInt(WHOLE_BPS - 1)) / BigInt(WHOLE_BPS);
  const perOrder = (bps: Bps) => multiplyByBps(plan.orderValueFen, bps) * orders;
  const level2Fen = at === 0 ? 0n : perOrder(plan.level2Bps);
  const commissionFen = perOrder(plan.level1Bps) + level2Fen;
  const paymentFeeFen = perOrder(plan.paymentFeeBps);
  const grossProfitFen = perOrder(plan.grossMarginBps);
  return {
    hop: at + 1,
    people: people[at] ?? 0,
    orders: Number(orders),
    salesFen: plan.orderValueFen * orders,
    stockUnits: Number(unitsBy(ordersBy(reached)) - unitsBy(ordersBy(before))),
    grossProfitFen,
    commissionFen,
    paymentFeeFen,
    contributionFen: grossProfitFen - commissionFen - paymentFeeFen,
  };
}

function totalOf(hops: readonly FissionHop[]): FissionForecast["total"] {
  const count = (of: (hop: FissionHop) => number) => hops.reduce((sum, hop) => sum + of(hop), 0);
  return {
    people: count(({ people }) => people),
    orders: count(({ orders }) => orders),
    salesFen: sumFen(hops.map(({ salesFen }) => salesFen)),
    stockUnits: count(({ stockUnits }) => stockUnits),
    grossProfitFen: sumFen(hops.map(({ grossProfitFen }) => grossProfitFen)),
    commissionFen: sumFen(hops.map(({ commissionFen }) => commissionFen)),
    paymentFeeFen: sumFen(hops.map(({ paymentFeeFen }) => paymentFeeFen)),
    contributionFen: sumFen(hops.map(({ contributionFen }) => contributionFen)),
  };
}

function findBreakEven(
  hops: readonly FissionHop[],
  fixedCostFen: Fen,
): FissionForecast["breakEven"] {
  if (fixedCostFen === 0n) return { orders: 0, hop: 0 };
  let openFen = fixedCostFen;
  let before = 0;
  for (const { hop, orders, contributionFen } of hops) {
    if (contributionFen >= openFen) {
      // All orders of a hop bring the same, so the division is exact.
      const eachFen = contributionFen / BigInt(orders);
      return { orders: before + Number((openFen + eachFen - 1n) / eachFen), hop };
    }
    openFen -= contributionFen;
    before += orders;
  }
  return null;
}

function listNotes(
  plan: FissionPlan,
  people: readonly number[],
  hops: readonly FissionHop[],
): FissionNote[] {
  const reached = people.reduce((sum, count) => sum + count, plan.seeds);
  const judged: [FissionNote, boolean][] = [
    ["population_reached", reached === plan.population],
    [
      "spread_shrinks",
      plan.hops > 1 && plan.friendsPerHopBps * plan.reshareBps < WHOLE_BPS * WHOLE_BPS,
    ],
    ["order_loses", hops.some(({ contributionFen }) => contributionFen < 0n)],
  ];
  return judged.flatMap(([note, is]) => (is ? [note] : []));
}
