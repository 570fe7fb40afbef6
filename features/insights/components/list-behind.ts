import {
  LIST_OF_METRIC,
  type ListBehind,
  type ListedMetric,
} from "@/domain/metrics/list-of-metric";
import { boardQuery, type TypedBoard } from "@/features/insights/schema";

/** Where a figure of a board opens to: the orders, refunds, people or acts that it is made of. */
export function listBehind(metric: ListedMetric, typed: TypedBoard): string {
  return listHref(LIST_OF_METRIC[metric], typed);
}

/** The address of a list for what a board's address asks. */
export function listHref({ page, list }: ListBehind, typed: TypedBoard): string {
  return `/merchant/insights/${page}?${boardQuery(typed, { list })}`;
}
