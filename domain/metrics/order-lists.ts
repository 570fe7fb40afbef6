import type { MeasuredMetric } from "./metric-list";

type OrderListRule = {
  /** Whose rows it holds: paid orders, refunds that succeeded, or both. */
  rows: "sales" | "refunds" | "both";
  /** What puts an order or refund on it: lines in the part asked, commissions in it, or one of the two. */
  of: "lines" | "commissions" | "either";
  /** The figures of each row; over all rows they sum to those of the part of the shop. */
  columns: readonly MeasuredMetric[];
  /** Only the first order ever of each customer, where it counts for a distributor: it stands for them. */
  ofNewBuyers?: true;
};

/**
 * The lists of orders that a figure can open to. In those that hold both, a refund is a row of its own on
 * the day on which it succeeded, and lowers the sum.
 */
export const ORDER_LISTS = {
  sale: { rows: "sales", of: "lines", columns: ["units", "grossSales", "discounts", "freight"] },
  refund: { rows: "refunds", of: "lines", columns: ["refundedUnits", "refundedSales"] },
  net: { rows: "both", of: "lines", columns: ["grossSales", "refundedSales", "netSales"] },
  profit: {
    rows: "both",
    of: "either",
    columns: [
      "netSales",
      "costedNetSales",
      "soldCost",
      "grossProfit",
      "paymentFees",
      "freight",
      "commissionKept",
    ],
  },
  promised: {
    rows: "sales",
    of: "commissions",
    columns: ["commissionLevel1", "commissionLevel2", "commissionPromised"],
  },
  takenBack: { rows: "refunds", of: "commissions", columns: ["commissionTakenBack"] },
  commission: {
    rows: "both",
    of: "commissions",
    columns: ["commissionPromised", "commissionTakenBack", "commissionKept"],
  },
  newBuyers: { rows: "sales", of: "lines", columns: ["units", "grossSales"], ofNewBuyers: true },
} as const satisfies Record<string, OrderListRule>;

export type OrderList = keyof typeof ORDER_LISTS;

export const ORDER_LIST_NAMES = Object.keys(ORDER_LISTS) as OrderList[];

/** What each row of a list shows. */
export function ruleOfOrderList(list: OrderList): OrderListRule {
  return ORDER_LISTS[list];
}

/** The list of an address, or null where there is none of this name. */
export function findOrderList(text: string): OrderList | null {
  return ORDER_LIST_NAMES.find((one) => one === text) ?? null;
}
