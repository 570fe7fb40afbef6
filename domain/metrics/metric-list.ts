import type { Fen } from "../money/fen";
import { ratioBps } from "./compare";
import { divideToNearest } from "./divide-to-nearest";
import type { Figure } from "./figure";
import type { Figures, Measures } from "./measures";
import { peopleRatioBps } from "./people-ratio";
import {
  commissionFen,
  costedNetFen,
  keptCommissionFen,
  netFen,
  profitFen,
  soldCostFen,
} from "./sales-sums";

type Rule = (measures: Measures) => Figure;

const count = (of: (figures: Figures) => bigint | number): Rule => {
  return ({ figures }) => ({ unit: "count", value: of(figures) });
};
const people = (question: keyof Measures["people"]): Rule => {
  return (measures) => ({ unit: "count", value: measures.people[question] });
};
const fen = (of: (figures: Figures) => Fen | null): Rule => {
  return ({ figures }) => ({ unit: "fen", value: of(figures) });
};
const share = (of: (measures: Measures) => number | null): Rule => {
  return (measures) => ({ unit: "bps", value: of(measures) });
};
/** A quotient of two counts in tenths: things per person or order. */
const each = (of: (measures: Measures) => [number, number]): Rule => {
  return (measures) => {
    const [things, of1] = of(measures);
    return { unit: "tenths", value: divideToNearest(BigInt(things) * 10n, BigInt(of1)) };
  };
};

/**
 * The metrics that follow from what happened in a window, each computed here and nowhere else. Their
 * names stand in docs/metrics.md and, with the words of the screen, in the messages of "insights".
 */
export const MEASURED_METRICS = {
  paidOrders: count(({ orders }) => orders),
  units: count(({ units }) => units),
  grossSales: fen(({ grossFen }) => grossFen),
  refundedSales: fen(({ refundFen }) => refundFen),
  refundedSalesRate: share(({ figures }) => ratioBps(figures.refundFen, figures.grossFen)),
  refundedUnits: count(({ refundUnits }) => refundUnits),
  refundCount: count(({ refunds }) => refunds),
  netSales: fen(netFen),
  discounts: fen(({ discountFen }) => discountFen),
  freight: fen(({ freightFen }) => freightFen),
  costedNetSales: fen(costedNetFen),
  soldCost: fen(soldCostFen),
  grossProfit: fen(profitFen),
  margin: share(({ figures }) => ratioBps(profitFen(figures), costedNetFen(figures))),
  paymentFees: fen(({ feeFen }) => feeFen),
  commissionPromised: fen(commissionFen),
  commissionKept: fen(keptCommissionFen),
  commissionLevel1: fen(({ commission1Fen }) => commission1Fen),
  commissionLevel2: fen(({ commission2Fen }) => commission2Fen),
  commissionTakenBack: fen(({ clawedBackFen }) => clawedBackFen),
  clawBackRate: share(({ figures }) => ratioBps(figures.clawedBackFen, commissionFen(figures))),
  commissionCost: share(({ figures }) => ratioBps(keptCommissionFen(figures), netFen(figures))),
  earningsPerClick: fen((figures) =>
    divideToNearest(keptCommissionFen(figures), BigInt(figures.openings)),
  ),
  valuePerOrder: fen(({ grossFen, orders }) => divideToNearest(grossFen, BigInt(orders))),
  valuePerBuyer: ({ figures, people: { buyers } }) => ({
    unit: "fen",
    value: divideToNearest(figures.grossFen, BigInt(buyers)),
  }),
  unitsPerOrder: each(({ figures }) => [figures.units, figures.orders]),
  buyers: people("buyers"),
  repeatBuyers: people("repeatBuyers"),
  repurchaseRate: share(({ people: { repeatBuyers, buyers } }) =>
    peopleRatioBps(repeatBuyers, buyers),
  ),
  visitors: people("visitors"),
  viewers: people("viewers"),
  favouriters: people("favouriters"),
  carters: people("carters"),
  checkouters: people("checkouters"),
  converted: people("converted"),
  conversion: share(({ people: { converted, visitors } }) => peopleRatioBps(converted, visitors)),
  // Who bought a product has seen it, whatever its page could tell: never above 1.
  productConversion: share(({ people: { converted, viewers } }) =>
    peopleRatioBps(converted, viewers),
  ),
  actives: people("actives"),
  reviewers: people("reviewers"),
  views: count(({ views }) => views),
  favourites: count(({ favourites }) => favourites),
  carts: count(({ carts }) => carts),
  checkouts: count(({ checkouts }) => checkouts),
  shareSets: count(({ shareSets }) => shareSets),
  clicks: count(({ clicks }) => clicks),
  openings: count(({ openings }) => openings),
  openedLinks: people("openedLinks"),
  sharers: people("sharers"),
  // Somebody whose link is opened need not have come in the window: only those who did are part of it.
  shareRate: share(({ people: { visitingSharers, visitors } }) =>
    peopleRatioBps(visitingSharers, visitors),
  ),
  brought: people("brought"),
  broughtPerSharer: each((measures) => [measures.people.brought, measures.people.sharers]),
  reshareRate: share(({ people: { resharers, brought } }) => peopleRatioBps(resharers, brought)),
} as const satisfies Record<string, Rule>;

/** The metrics that a query of their own answers, because sums of days do not hold them. */
export const ASKED_METRICS = [
  "medianDaysBetweenOrders",
  "cohortRepurchase",
  "monthPace",
  "salesByPeriod",
  "purchaseFunnel",
  "marginLine",
  "breakEven",
  "uncostedShare",
  "activityIndex",
  "activeRate",
  "newcomers",
  "returning",
  "dormant",
  "lost",
  "stickiness",
  "activeDays",
  "knownPeople",
  "retentionByVisit",
  "retentionByOrder",
  "retentionCurve",
  "rfmSegments",
  "rfmCustomers",
  "rfmRecency",
  "rfmFrequency",
  "rfmMoney",
  "rfmNetSales",
  "abcClass",
  "payoutCoverage",
  "payoutsOwed",
  "payoutsOverdue",
  "payoutsDue",
  "payoutOnTimeRate",
  "payoutWaitMedian",
  "payoutWaitP90",
  "clicksWithoutOrders",
  "ordersWithoutClicks",
  "ownCustomers",
  "refundRings",
  "offPlatformReports",
  "stockOpening",
  "stockReceived",
  "stockSold",
  "stockReturned",
  "stockAdjusted",
  "stockClosing",
  "sellThrough",
  "activeSkuRate",
  "stockToSales",
  "turnoverDays",
  "outOfStockRate",
  "slowMovers",
  "reorderProposal",
  "nps",
  "npsAnswers",
  "reviewScore",
  "reviewCount",
  "goodReviewRate",
  "refundRate",
  "complaintRate",
  "lateShipmentRate",
  "overdueShipments",
  "spreadByPeriod",
  "firstBrought",
  "k7",
  "spreadDepth",
  "hopWait",
  "shareSalesShare",
  "keyPeople",
  "treePeople",
  "treeOrders",
  "treeSales",
  "treeDepth",
  "treeBreadth",
  "treeReshareRate",
  "treeK7",
  "newBuyers",
  "distributorLifeCycle",
  "distributorStandings",
  "forecastPeople",
  "forecastOrders",
  "forecastSales",
  "forecastGrossProfit",
  "forecastStock",
  "forecastCommission",
  "forecastMargin",
  "forecastBreakEven",
  "forecastOrdersOff",
  "forecastSalesOff",
] as const;

export type MeasuredMetric = keyof typeof MEASURED_METRICS;
export type MetricName = MeasuredMetric | (typeof ASKED_METRICS)[number];

export function isMeasuredMetric(metric: string): metric is MeasuredMetric {
  return Object.hasOwn(MEASURED_METRICS, metric);
}

/** One metric of a window. */
export function measure(metric: MeasuredMetric, measures: Measures): Figure {
  return MEASURED_METRICS[metric](measures);
}
