import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import { listBehind, openingTo } from "@/features/insights/components/list-behind";
import type { ProductMetric, ProductsBoard } from "@/features/insights/queries/ask-products-board";
import type { TypedBoard } from "@/features/insights/schema";

/** What the board says of each product, in the order of the way to a sale. */
const PRODUCT_METRICS = [
  "views",
  "viewers",
  "favourites",
  "carts",
  "checkouters",
  "units",
  "grossSales",
  "refundedUnits",
  "openedLinks",
] as const satisfies readonly ProductMetric[];

/** The products with what people did with them; each figure opens to its list. */
export function productsTable(
  { rows }: ProductsBoard,
  text: InsightText,
  typed: TypedBoard,
): BoardTable {
  const right = { align: "right" } as const;
  return {
    caption: text("board.products.name"),
    columns: [
      { key: "title", label: text("slice.product") },
      { key: "index", label: text("metric.activityIndex.title"), ...right },
      ...PRODUCT_METRICS.map((metric) => ({
        key: metric,
        label: text(`metric.${metric}.title`),
        ...right,
      })),
      { key: "conversion", label: text("metric.productConversion.title"), ...right },
    ],
    rows: rows.map(({ key, title, measures, index }) => {
      const own = { ...typed, slice: `product:${key}` };
      const cells: Record<string, BoardCell> = {
        title: { of: title, href: listBehind("paidOrders", own) },
        index: { unit: "count", value: index },
        conversion: openingTo("productConversion", measures, own),
      };
      for (const metric of PRODUCT_METRICS) {
        cells[metric] = openingTo(metric, measures, own);
      }
      return { key, cells };
    }),
  };
}
