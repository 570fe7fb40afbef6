import type { FissionForecast, FissionHop } from "@/domain/forecast/fission";
import { ratioBps } from "@/domain/metrics/compare";
import type { Figure } from "@/domain/metrics/figure";
import { lastDayOf } from "@/domain/metrics/window";
import { forecastQuery, type SavedForecast } from "@/features/forecasts/schema";
import type { BoardTable, InsightText } from "@/features/insights/components/board-table";
import type { PastForecast } from "@/features/insights/queries/ask-forecast-board";

const right = { align: "right" } as const;
const count = (value: number): Figure => ({ unit: "count", value });
const fen = (value: bigint): Figure => ({ unit: "fen", value });

/** What each hop brings, and all of them. */
export function forecastHopTable(forecast: FissionForecast | null, text: InsightText): BoardTable {
  const cells = (hop: Omit<FissionHop, "hop">) => ({
    people: count(hop.people),
    orders: count(hop.orders),
    sales: fen(hop.salesFen),
    grossProfit: fen(hop.grossProfitFen),
    stock: count(hop.stockUnits),
    commission: fen(hop.commissionFen),
    fees: fen(hop.paymentFeeFen),
    contribution: fen(hop.contributionFen),
  });
  const names = ["people", "orders", "sales", "grossProfit", "stock"] as const;
  const costs = ["commission", "fees", "contribution"] as const;
  return {
    caption: text("forecast.byHop"),
    columns: [
      { key: "hop", label: text("forecast.hop") },
      ...[...names, ...costs].map((key) => ({ key, label: text(`forecast.${key}`), ...right })),
    ],
    rows: forecast
      ? [
          ...forecast.hops.map((hop) => ({
            key: String(hop.hop),
            cells: { hop: text("forecast.hopName", { hop: hop.hop }), ...cells(hop) },
          })),
          { key: "sum", cells: { hop: text("forecast.sum"), ...cells(forecast.total) } },
        ]
      : [],
  };
}

/** Forecasts whose days are over, against what came by shares in those days. */
export function pastForecastTable(past: readonly PastForecast[], text: InsightText): BoardTable {
  const off = (forecast: bigint | number, actual: bigint | number): Figure => ({
    unit: "bps",
    value: ratioBps(BigInt(forecast) - BigInt(actual), actual),
  });
  return {
    caption: text("forecast.over"),
    columns: [
      ...nameColumns(text),
      { key: "ordersForecast", label: text("forecast.ordersForecast"), ...right },
      { key: "ordersActual", label: text("forecast.ordersActual"), ...right },
      { key: "ordersOff", label: text("forecast.off"), ...right },
      { key: "salesForecast", label: text("forecast.salesForecast"), ...right },
      { key: "salesActual", label: text("forecast.salesActual"), ...right },
      { key: "salesOff", label: text("forecast.off"), ...right },
    ],
    rows: past.map((forecast) => {
      const { forecastId, window, orders, salesFen, actual } = forecast;
      const query = new URLSearchParams({
        ...{ window: "custom", from: window.from, until: lastDayOf(window), compare: "none" },
      });
      const href = `/merchant/insights/spread?${query}`;
      return {
        key: forecastId,
        cells: {
          ...nameCells(forecast, text),
          ordersForecast: count(orders),
          ordersActual: { of: count(actual.orders), href },
          ordersOff: off(orders, actual.orders),
          salesForecast: fen(salesFen),
          salesActual: { of: fen(actual.salesFen), href },
          salesOff: off(salesFen, actual.salesFen),
        },
      };
    }),
  };
}

/** Forecasts that still run or have not begun. */
export function openForecastTable(open: readonly SavedForecast[], text: InsightText): BoardTable {
  return {
    caption: text("forecast.open"),
    columns: [
      ...nameColumns(text),
      { key: "ordersForecast", label: text("forecast.ordersForecast"), ...right },
      { key: "salesForecast", label: text("forecast.salesForecast"), ...right },
    ],
    rows: open.map((forecast) => ({
      key: forecast.forecastId,
      cells: {
        ...nameCells(forecast, text),
        ordersForecast: count(forecast.orders),
        salesForecast: fen(forecast.salesFen),
      },
    })),
  };
}

const nameColumns = (text: InsightText) => [
  { key: "name", label: text("forecast.name") },
  { key: "days", label: text("forecast.days"), wideOnly: true },
];

function nameCells({ title, window, plan }: SavedForecast, text: InsightText) {
  const href = `/merchant/insights/forecast?${forecastQuery(plan, window)}`;
  const days = text("forecast.daysOf", { from: window.from, until: lastDayOf(window) });
  return { name: { of: title, href }, days };
}
