import type { MeasuredMetric } from "@/domain/metrics/metric-list";

/** The boards by the last part of their address, in the order in which they are read, each with the figure that stands for it. */
export const BOARD_FIGURES = {
  sales: "netSales",
  purchase: "buyers",
  "best-sellers": "units",
  margin: "margin",
  stock: "soldCost",
  activity: "actives",
  retention: "visitors",
  rfm: "valuePerBuyer",
  products: "views",
  spread: "openings",
  "word-of-mouth": "reviewers",
  distributors: "commissionPromised",
  "share-graph": "brought",
  payouts: "commissionCost",
  anomalies: "refundedSalesRate",
  forecast: "valuePerOrder",
} as const satisfies Record<string, MeasuredMetric>;
export type BoardName = keyof typeof BOARD_FIGURES;

/** The boards that have a page, in the order in which they are read; e2e/journeys/boards holds this true. */
export const LISTED_BOARDS: readonly BoardName[] = [
  "sales",
  "purchase",
  "best-sellers",
  "margin",
  "stock",
  "activity",
  "retention",
  "rfm",
  "products",
  "spread",
  "word-of-mouth",
  "distributors",
  "share-graph",
  "payouts",
  "anomalies",
  "forecast",
];
