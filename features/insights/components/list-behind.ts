import {
  LIST_OF_METRIC,
  type ListBehind,
  type ListedMetric,
} from "@/domain/metrics/list-of-metric";
import type { Measures } from "@/domain/metrics/measures";
import { type MeasuredMetric, measure } from "@/domain/metrics/metric-list";
import { type DayWindow, lastDayOf } from "@/domain/metrics/window";
import type { BoardCell } from "@/features/insights/components/board-table";
import { boardQuery, type TypedBoard } from "@/features/insights/schema";

/** Where a figure of a board opens to: the orders, refunds, people or acts that it is made of. */
export function listBehind(metric: ListedMetric, typed: TypedBoard): string {
  return listHref(LIST_OF_METRIC[metric], typed);
}

/** The address of a list for what a board's address asks. */
export function listHref({ page, list }: ListBehind, typed: TypedBoard): string {
  return `/merchant/insights/${page}?${boardQuery(typed, { list })}`;
}

/** The same question about other days: those of a period, or of the window compared with. */
export function inDays(typed: TypedBoard, { from, to }: DayWindow): TypedBoard {
  return { ...typed, window: "custom", from, until: lastDayOf({ from, to }) };
}

/** A cell with a measured figure that opens to its list. */
export function openingTo(
  metric: MeasuredMetric,
  measures: Measures,
  typed: TypedBoard,
): BoardCell {
  return { of: measure(metric, measures), href: listBehind(metric, typed) };
}

/** A cell with the customers won by a distributor, who open to their first orders. */
export function newBuyersCell(newBuyers: number, typed: TypedBoard): BoardCell {
  return { of: { unit: "count", value: newBuyers }, href: listBehind("newBuyers", typed) };
}
