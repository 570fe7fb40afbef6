import type { Figure } from "../metrics/figure";
import type { Fen } from "../money/fen";
import {
  activeSkuBps,
  costOfGoodsSoldFen,
  outOfStockBps,
  type StockReport,
  sellThroughBps,
  stockToSalesBps,
  turnoverTenthDays,
} from "./stock-report";

/** What a window's stock figures are made of. */
export type StockTotals = {
  report: StockReport;
  /** Days of the window that have begun. */
  days: number;
  /** The closing values of the days, added up. */
  valueDaysFen: Fen;
  carriedSkus: number;
  soldSkus: number;
  carriedSkuDays: number;
  emptySkuDays: number;
  slowMovers: number;
};

type Rule = (totals: StockTotals, netSalesFen: Fen) => Figure;

const value =
  (part: keyof StockReport): Rule =>
  ({ report }) => ({ unit: "fen", value: report[part].valueFen });

/** The metrics of board 7 (analytics.md), each computed here and nowhere else. */
const STOCK_METRICS = {
  stockOpening: value("opening"),
  stockReceived: value("received"),
  stockSold: value("sold"),
  stockReturned: value("returned"),
  stockAdjusted: value("adjusted"),
  stockClosing: value("closing"),
  sellThrough: ({ report }) => ({ unit: "bps", value: sellThroughBps(report) }),
  activeSkuRate: ({ soldSkus, carriedSkus }) => ({
    unit: "bps",
    value: activeSkuBps(soldSkus, carriedSkus),
  }),
  stockToSales: ({ valueDaysFen, days }, netSalesFen) => ({
    unit: "bps",
    value: stockToSalesBps(valueDaysFen, days, netSalesFen),
  }),
  turnoverDays: ({ report, valueDaysFen }) => ({
    unit: "tenths",
    value: turnoverTenthDays(valueDaysFen, costOfGoodsSoldFen(report)),
  }),
  outOfStockRate: ({ emptySkuDays, carriedSkuDays }) => ({
    unit: "bps",
    value: outOfStockBps(emptySkuDays, carriedSkuDays),
  }),
  slowMovers: ({ slowMovers }) => ({ unit: "count", value: slowMovers }),
} as const satisfies Record<string, Rule>;

export type StockMetric = keyof typeof STOCK_METRICS;

/** One stock metric of a window; `netSalesFen` are those of the same window and goods. */
export function measureStock(metric: StockMetric, totals: StockTotals, netSalesFen: Fen): Figure {
  return STOCK_METRICS[metric](totals, netSalesFen);
}
