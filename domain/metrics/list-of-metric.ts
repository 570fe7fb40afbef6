import type { ActList } from "./act-lists";
import type { MeasuredMetric, MetricName } from "./metric-list";
import { type OrderList, ruleOfOrderList } from "./order-lists";
import type { PeopleList } from "./people-lists";

/** The list that a figure opens to: its page and its name there. */
export type ListBehind =
  | { page: "orders"; list: OrderList }
  | { page: "people"; list: PeopleList }
  | { page: "acts"; list: ActList };

const orders = (list: OrderList): ListBehind => ({ page: "orders", list });
const people = (list: PeopleList): ListBehind => ({ page: "people", list });
const acts = (list: ActList): ListBehind => ({ page: "acts", list });

/**
 * Which rows each metric counts or sums; a ratio opens to what stands above its line. A metric that is not
 * here has a list on its own board, or none: nothing opens to rows that its figure is not made of.
 */
export const LIST_OF_METRIC = {
  paidOrders: orders("sale"),
  units: orders("sale"),
  grossSales: orders("sale"),
  discounts: orders("sale"),
  freight: orders("sale"),
  valuePerOrder: orders("sale"),
  valuePerBuyer: orders("sale"),
  unitsPerOrder: orders("sale"),
  newBuyers: orders("newBuyers"),
  refundedSales: orders("refund"),
  refundedUnits: orders("refund"),
  refundCount: orders("refund"),
  refundedSalesRate: orders("refund"),
  netSales: orders("net"),
  monthPace: orders("net"),
  costedNetSales: orders("profit"),
  soldCost: orders("profit"),
  grossProfit: orders("profit"),
  margin: orders("profit"),
  paymentFees: orders("profit"),
  marginLine: orders("profit"),
  breakEven: orders("profit"),
  uncostedShare: orders("profit"),
  commissionPromised: orders("promised"),
  commissionKept: orders("commission"),
  commissionLevel1: orders("promised"),
  commissionLevel2: orders("promised"),
  commissionTakenBack: orders("takenBack"),
  clawBackRate: orders("takenBack"),
  commissionCost: orders("commission"),
  earningsPerClick: orders("commission"),
  buyers: people("buyers"),
  repeatBuyers: people("repeatBuyers"),
  repurchaseRate: people("repeatBuyers"),
  visitors: people("visitors"),
  viewers: people("viewers"),
  favouriters: people("favouriters"),
  carters: people("carters"),
  checkouters: people("checkouters"),
  converted: people("converted"),
  conversion: people("converted"),
  productConversion: people("converted"),
  actives: people("actives"),
  activeRate: people("actives"),
  stickiness: people("actives"),
  activeDays: people("actives"),
  newcomers: people("newcomers"),
  returning: people("returning"),
  dormant: people("dormant"),
  lost: people("lost"),
  knownPeople: people("knownPeople"),
  reviewers: people("reviewers"),
  sharers: people("sharers"),
  shareRate: people("visitingSharers"),
  brought: people("brought"),
  broughtPerSharer: people("brought"),
  reshareRate: people("resharers"),
  views: acts("views"),
  favourites: acts("favourites"),
  carts: acts("carts"),
  checkouts: acts("checkouts"),
  shareSets: acts("shareSets"),
  clicks: acts("clicks"),
  openings: acts("openings"),
  openedLinks: acts("openedLinks"),
} as const satisfies Record<MeasuredMetric, ListBehind> & Partial<Record<MetricName, ListBehind>>;

export type ListedMetric = keyof typeof LIST_OF_METRIC;

const LISTED_METRICS = Object.keys(LIST_OF_METRIC) as ListedMetric[];

/** The figures at the head of a list: every metric that opens to it, and what its columns sum to. */
export function metricsOfList({ page, list }: ListBehind): ListedMetric[] {
  const opening = LISTED_METRICS.filter((metric) => {
    const behind = LIST_OF_METRIC[metric];
    return behind.page === page && behind.list === list;
  });
  const rule = page === "orders" ? ruleOfOrderList(list) : null;
  // The first orders of new buyers are few of the shop's: its sums are not theirs.
  const columns = rule && !rule.ofNewBuyers ? rule.columns : [];
  return [...new Set([...opening, ...columns])];
}
