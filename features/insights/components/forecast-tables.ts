import type { FissionForecast, FissionHop } from "@/domain/forecast/fission";
import { FISSION_FIELDS, type FissionPlan } from "@/domain/forecast/fission-plan";
import { ratioBps } from "@/domain/metrics/compare";
import type { Figure } from "@/domain/metrics/figure";
import { lastDayOf } from "@/domain/metrics/window";
import { forecastQuery, type SavedForecast, showFigure } from "@/features/forecasts/schema";
import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import type { PastForecast } from "@/features/insights/queries/ask-forecast-board";
import type { MeasuredForecast } from "@/features/insights/queries/measure-forecast";

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

/** Each assumption as used and as measured, with where it was measured. */
export function forecastSourceTable(
  plan: FissionPlan | null,
  measured: MeasuredForecast,
  days: number,
  text: InsightText,
): BoardTable {
  return {
    caption: text("forecast.sources"),
    columns: [
      { key: "figure", label: text("forecast.figure") },
      { key: "used", label: text("forecast.used"), ...right },
      { key: "measured", label: text("forecast.measured"), ...right },
      { key: "where", label: text("forecast.where") },
    ],
    rows: FISSION_FIELDS.map((field) => ({
      key: field,
      cells: {
        figure: text(`forecast.field.${field}`),
        used: plan ? showFigure(field, plan[field]) : "",
        measured:
          measured.sources[field] === "example" ? "—" : showFigure(field, measured.plan[field]),
        where: whereMeasured(field, measured, days, text),
      },
    })),
  };
}

function whereMeasured(
  field: keyof FissionPlan,
  { sources, salesWindow, treeWindow }: MeasuredForecast,
  days: number,
  text: InsightText,
): BoardCell {
  const source = sources[field];
  const window = source === "tree" ? treeWindow : salesWindow;
  const asked = { from: window.from, until: lastDayOf(window) };
  const how = text(`forecast.how.${field}`);
  if (field === "population") return `${how} ${text("forecast.population")}`;
  const of = `${how} ${text(`forecast.source.${source}`, { ...asked, days })}`;
  const board = `window=custom&from=${asked.from}&until=${asked.until}&compare=none`;
  if (source === "tree" || source === "shares") {
    return { of, href: `/merchant/insights/spread?${board}` };
  }
  return source === "shop" ? { of, href: `/merchant/insights/sales?${board}` } : of;
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
  { key: "days", label: text("forecast.days") },
];

function nameCells({ title, window, plan }: SavedForecast, text: InsightText) {
  const href = `/merchant/insights/forecast?${forecastQuery(plan, window)}`;
  const days = text("forecast.daysOf", { from: window.from, until: lastDayOf(window) });
  return { name: { of: title, href }, days };
}
