import { addDays } from "@/domain/metrics/calendar-day";
import type { Figure } from "@/domain/metrics/figure";
import {
  costOfGoodsSoldFen,
  STOCK_FLOWS,
  type StockReport,
  sellThroughBps,
  turnoverTenthDays,
} from "@/domain/stock/stock-report";
import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import type { StockBoard } from "@/features/insights/queries/ask-stock-board";
import type { Slice } from "@/features/insights/schema";
import type { SkuReport } from "@/features/stock/schema";

const right = { align: "right" } as const;
const parts = ["opening", ...STOCK_FLOWS, "closing"] as const;
type Part = (typeof parts)[number];

const units = (value: number): Figure => ({ unit: "count", value });

/** Where a part of the report opens to: the movements that it is made of, of a SKU or of all. */
export type MovementsOf = (part: Part, skuId?: string) => string;

/** The movements behind the figures of a window; opening and closing are made of all there were before. */
export function movementsOf({
  window,
  slice,
}: {
  window: { from: string; until: string };
  slice: Slice;
}): MovementsOf {
  const isOfGoods = ["category", "scene", "product"].includes(slice.kind);
  return (part, skuId) => {
    const query = new URLSearchParams();
    if (skuId) query.set("skuId", skuId);
    else if (isOfGoods) query.set("part", `${slice.kind}:${slice.key}`);
    const isFlow = part !== "opening" && part !== "closing";
    if (isFlow) query.set("flow", part);
    if (isFlow) query.set("from", window.from);
    query.set("until", part === "opening" ? addDays(window.from, -1) : window.until);
    return `/merchant/stock/movements?${query}`;
  };
}

/** What opened, came, went and closed, in units and value. */
export function stockFlowTable(
  { current, before }: StockBoard,
  text: InsightText,
  hrefOf: MovementsOf | null,
): BoardTable {
  const { report } = current.totals;
  const earlier = before?.totals.report;
  return {
    caption: text("stock.flow"),
    columns: [
      { key: "part", label: "" },
      { key: "units", label: text("stock.units"), ...right },
      { key: "value", label: text("stock.value"), ...right },
      ...(earlier ? [{ key: "before", label: text("sales.before"), ...right }] : []),
    ],
    rows: parts.map((part) => ({
      key: part,
      cells: {
        part: text(`stock.${part}`),
        units: opening(units(report[part].units), hrefOf?.(part)),
        value: opening({ unit: "fen", value: report[part].valueFen }, hrefOf?.(part)),
        ...(earlier ? { before: { unit: "fen", value: earlier[part].valueFen } } : {}),
      },
    })),
  };
}

/** The purchase-sales-stock report SKU by SKU. */
export function stockSkuTable(
  { skus }: StockBoard,
  text: InsightText,
  hrefOf: MovementsOf | null,
): BoardTable {
  return {
    caption: text("stock.report"),
    columns: [
      { key: "sku", label: text("stock.sku") },
      { key: "code", label: text("stock.code"), wideOnly: true },
      ...parts.map((part) => ({
        key: part,
        label: text("stock.unitsOf", { part: text(`stock.${part}`) }),
        ...right,
      })),
      ...(["opening", "closing"] as const).map((part) => ({
        key: `${part}Value`,
        label: text("stock.valueOf", { part: text(`stock.${part}`) }),
        ...right,
      })),
      { key: "sellThrough", label: text("stock.sellThrough"), ...right },
      { key: "turnover", label: text("stock.turnover"), ...right },
    ],
    rows: skus.map((sku) => ({ key: sku.skuId, cells: cellsOf(sku, hrefOf) })),
  };
}

function cellsOf(sku: SkuReport, hrefOf: MovementsOf | null): Record<string, BoardCell> {
  const { skuId, code, title, report, valueDaysFen } = sku;
  const turnover = turnoverTenthDays(valueDaysFen, costOfGoodsSoldFen(report));
  const cells: Record<string, BoardCell> = {
    sku: title,
    code,
    openingValue: opening(
      { unit: "fen", value: report.opening.valueFen },
      hrefOf?.("opening", skuId),
    ),
    closingValue: opening(
      { unit: "fen", value: report.closing.valueFen },
      hrefOf?.("closing", skuId),
    ),
    sellThrough: { unit: "bps", value: sellThroughBps(report) },
    turnover: { unit: "tenths", value: turnover },
  };
  for (const part of parts) {
    cells[part] = opening(units(unitsOf(report, part)), hrefOf?.(part, skuId));
  }
  return cells;
}

const unitsOf = (report: StockReport, part: Part) => report[part].units;

/** Goods that lie there and are not sold. */
export function slowMoverTable(
  { slowMovers }: StockBoard,
  text: InsightText,
  hrefOf: MovementsOf | null,
): BoardTable {
  return {
    caption: text("stock.slow"),
    columns: [
      { key: "sku", label: text("stock.sku") },
      { key: "code", label: text("stock.code"), wideOnly: true },
      { key: "units", label: text("stock.onHand"), ...right },
      { key: "value", label: text("stock.value"), ...right },
      { key: "lastSold", label: text("stock.lastSold"), ...right },
      { key: "still", label: text("stock.still"), ...right },
    ],
    rows: slowMovers.map(({ skuId, code, title, onHand, lastSoldDay, stillDays }) => ({
      key: skuId,
      cells: {
        sku: title,
        code,
        units: opening(units(onHand.units), hrefOf?.("closing", skuId)),
        value: { unit: "fen", value: onHand.valueFen },
        lastSold: lastSoldDay ?? text("stock.never"),
        still: units(stillDays),
      },
    })),
  };
}

/** What should be ordered, and how many of it. */
export function reorderTable({ reorders }: StockBoard, text: InsightText): BoardTable {
  return {
    caption: text("stock.reorder"),
    columns: [
      { key: "sku", label: text("stock.sku") },
      { key: "code", label: text("stock.code"), wideOnly: true },
      { key: "supplier", label: text("stock.supplier") },
      { key: "sold", label: text("stock.sold"), ...right },
      { key: "onHand", label: text("stock.onHand"), ...right },
      { key: "units", label: text("stock.proposed"), ...right },
    ],
    rows: reorders.map((row) => ({
      key: row.skuId,
      cells: {
        sku: row.title,
        code: row.code,
        supplier: row.supplierName || text("stock.noSupplier"),
        sold: units(row.soldUnits),
        onHand: units(row.onHand),
        units: units(row.units),
      },
    })),
  };
}

function opening(of: Figure, href: string | undefined): BoardCell {
  return href ? { of, href } : of;
}
