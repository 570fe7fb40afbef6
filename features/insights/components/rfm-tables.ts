import { ratioBps } from "@/domain/metrics/compare";
import type { Figure } from "@/domain/metrics/figure";
import { findRfmSegment, type RfmSegment, rfmMeans } from "@/domain/metrics/rfm";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { lastDayOf } from "@/domain/metrics/window";
import { nameCell } from "@/features/insights/components/behind-tables";
import type { BoardTable, InsightText } from "@/features/insights/components/board-table";
import type { RfmBoard, RfmMove } from "@/features/insights/queries/ask-rfm-board";
import type { RfmCustomerRow } from "@/features/insights/queries/list-rfm-customers";
import { boardQuery, type Slice } from "@/features/insights/schema";
import { queryOf } from "@/lib/forms/query-of";

const wholeShop = { kind: "all", key: "" } as const;
const right = { align: "right" } as const;

/** The figures of all customers by the names of their metrics, in reading order. */
export function rfmFigures({ whole }: RfmBoard) {
  return {
    rfmCustomers: { unit: "count", value: whole.customers },
    rfmNetSales: { unit: "fen", value: whole.netSalesFen },
    ...rfmMeans(whole),
  } as const satisfies Record<string, Figure>;
}

export type RfmBefore = RfmSegment | "none";

/** The earlier segment that an address names; null where it names none. */
export function findRfmBefore(text: string | undefined): RfmBefore | null {
  return text === "none" ? text : findRfmSegment(text);
}

/** The customers of a segment, or all; where it is said, only those who stood in another one before. */
export function rfmPeopleHref(
  slice: Slice,
  segment?: RfmSegment | null,
  before?: RfmBefore | null,
): string {
  const query = queryOf({
    segment: segment ?? undefined,
    before: before ?? undefined,
    slice: sliceText(slice),
  });
  return `/merchant/insights/rfm/people${query.size > 0 ? `?${query}` : ""}`;
}

/** The file of a table; its name holds the days that were looked at. */
export function rfmCsvHref(
  table: "rfm-segments" | "rfm-customers" | "rfm-moves",
  { window, slice }: Pick<RfmBoard, "window" | "slice">,
  part: { segment?: RfmSegment | null; before?: RfmBefore | null } = {},
): string {
  const days = window
    ? { window: "custom", from: window.from, until: lastDayOf(window) }
    : { window: "", from: "", until: "" };
  const query = boardQuery(
    { ...days, compare: "none", slice: sliceText(slice) },
    {
      segment: part.segment ?? "",
      ...(part.before ? { before: part.before } : {}),
    },
  );
  return `/merchant/insights/csv/${table}?${query}`;
}

/** The eight segments with what they are of the whole; each opens to its customers. */
export function rfmSegmentTable(
  { slice, segments, whole }: RfmBoard,
  text: InsightText,
): BoardTable {
  return {
    caption: text("metric.rfmSegments.title"),
    columns: [
      { key: "segment", label: text("rfm.segment") },
      { key: "customers", label: text("rfm.customers"), ...right },
      { key: "share", label: text("rfm.share"), ...right },
      { key: "netSales", label: text("rfm.netSales"), ...right },
      { key: "netShare", label: text("rfm.netShare"), ...right },
      { key: "rfmRecency", label: text("metric.rfmRecency.title"), ...right },
      { key: "rfmFrequency", label: text("metric.rfmFrequency.title"), ...right },
      { key: "rfmMoney", label: text("metric.rfmMoney.title"), ...right },
      { key: "meaning", label: text("rfm.meaning") },
    ],
    rows: segments.map(({ segment, ...sums }) => ({
      key: segment,
      cells: {
        segment: { of: text(`rfm.name.${segment}`), href: rfmPeopleHref(slice, segment) },
        meaning: text(`rfm.meaningOf.${segment}`),
        customers: {
          of: { unit: "count", value: sums.customers },
          href: rfmPeopleHref(slice, segment),
        },
        share: { unit: "bps", value: ratioBps(sums.customers, whole.customers) },
        netSales: { unit: "fen", value: sums.netSalesFen },
        netShare: { unit: "bps", value: ratioBps(sums.netSalesFen, whole.netSalesFen) },
        ...rfmMeans(sums),
      },
    })),
  };
}

/** Who stands elsewhere than 30 days before, came or went; each opens to its customers, as far as they have orders. */
export function rfmMoveTable(board: RfmBoard, text: InsightText): BoardTable {
  return {
    caption: text("rfm.moves"),
    columns: [
      { key: "was", label: text("rfm.was") },
      { key: "became", label: text("rfm.became") },
      { key: "customers", label: text("rfm.customers"), ...right },
    ],
    rows: movedOnly(board).map((move) => {
      const of = { unit: "count", value: move.customers } as const;
      const href = rfmMoveHref(move);
      return {
        key: `${move.was} ${move.became}`,
        cells: {
          was: text(move.was ? `rfm.name.${move.was}` : "rfm.noSegment"),
          became: text(move.became ? `rfm.name.${move.became}` : "rfm.noSegment"),
          customers: href ? { of, href } : of,
        },
      };
    }),
  };
}

/** Without those who stayed. */
export function movedOnly({ moves }: Pick<RfmBoard, "moves">): RfmMove[] {
  return moves.filter(({ was, became }) => was !== became);
}

/** Whoever has no order in the year any more stands on no list. */
export function rfmMoveHref({ was, became }: RfmMove): string | null {
  return became && rfmPeopleHref(wholeShop, became, was ?? "none");
}

/** Customers with their last order; those of this shop open to their page and to it. Of all, each with its segment. */
export function rfmCustomerTable(
  rows: readonly RfmCustomerRow[],
  segment: RfmSegment | null,
  text: InsightText,
): BoardTable {
  return {
    caption: text("rfm.people"),
    columns: [
      { key: "name", label: text("rfm.customer") },
      { key: "netSales", label: text("rfm.netSales"), ...right },
      { key: "lastOrder", label: text("rfm.lastOrder") },
      { key: "lastDay", label: text("rfm.lastDay") },
      { key: "days", label: text("rfm.days"), ...right },
      { key: "orders", label: text("metric.paidOrders.title"), ...right },
      ...(segment ? [] : [{ key: "segment", label: text("rfm.segment") }]),
    ],
    rows: rows.map((row) => ({
      key: row.customerId ?? row.name,
      cells: {
        name: nameCell(row, text),
        segment: text(`rfm.name.${row.segment}`),
        netSales: { unit: "fen", value: row.netFen },
        orders: { unit: "count", value: row.orders },
        days: { unit: "count", value: row.recencyDays },
        lastOrder: row.customerId
          ? { of: row.lastOrderNo, href: `/merchant/orders/${row.lastOrderNo}` }
          : row.lastOrderNo,
        lastDay: shanghaiDay(row.lastAt),
      },
    })),
  };
}

function sliceText({ kind, key }: Slice): string {
  return kind === "all" ? "" : `${kind}:${key}`;
}
