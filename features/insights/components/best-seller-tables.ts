import { QUESTIONS } from "@/domain/metrics/acts";
import type { Figure } from "@/domain/metrics/figure";
import { type MeasuredMetric, measure } from "@/domain/metrics/metric-list";
import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import { listBehind } from "@/features/insights/components/list-behind";
import type {
  BestSellerRow,
  BestSellersBoard,
} from "@/features/insights/queries/ask-best-sellers-board";
import { nobody } from "@/features/insights/queries/nobody";
import type { TypedBoard } from "@/features/insights/schema";

const metrics = [
  "netSales",
  "units",
  "grossProfit",
  "margin",
] as const satisfies readonly MeasuredMetric[];

const right = { align: "right" } as const;

/** One figure of a best seller. */
export function ofProduct(metric: MeasuredMetric, { figures }: Pick<BestSellerRow, "figures">) {
  return measure(metric, { figures, people: nobody(QUESTIONS) });
}

/** The best sellers with their class and how their place changed. */
export function bestSellersTable(
  { rows }: BestSellersBoard,
  text: InsightText,
  typed: TypedBoard,
): BoardTable {
  return {
    caption: text("board.best-sellers.name"),
    columns: [
      { key: "rank", label: text("bestSellers.rank"), ...right, wideOnly: true },
      { key: "title", label: text("slice.product") },
      ...metrics.map((metric) => ({
        key: metric,
        label: text(`metric.${metric}.title`),
        ...right,
      })),
      { key: "cumulative", label: text("bestSellers.cumulative"), ...right },
      { key: "abc", label: text("metric.abcClass.title") },
      { key: "moved", label: text("bestSellers.moved"), ...right },
    ],
    rows: rows.map((row) => {
      const own = { ...typed, slice: `product:${row.key}` };
      const cumulative: Figure = { unit: "bps", value: row.abc.cumulativeBps };
      const cells: Record<string, BoardCell> = {
        rank: { unit: "count", value: row.rank },
        title: { of: row.title, href: listBehind("netSales", own) },
        cumulative,
        abc: row.abc.abcClass,
        moved: movedText(row, text),
      };
      for (const metric of metrics) {
        cells[metric] = { of: ofProduct(metric, row), href: listBehind(metric, own) };
      }
      return { key: row.key, cells };
    }),
  };
}

/** How many products are in each class and what they sold. */
export function classesTable({ classes }: BestSellersBoard, text: InsightText): BoardTable {
  return {
    caption: text("metric.abcClass.title"),
    columns: [
      { key: "abc", label: text("metric.abcClass.title") },
      { key: "products", label: text("bestSellers.products"), ...right },
      { key: "netSales", label: text("metric.netSales.title"), ...right },
    ],
    rows: (["A", "B", "C"] as const).map((name) => ({
      key: name,
      cells: {
        abc: name,
        products: { unit: "count", value: classes[name].products },
        netSales: { unit: "fen", value: classes[name].netSalesFen },
      },
    })),
  };
}

function movedText({ rank, rankBefore }: BestSellerRow, text: InsightText): string {
  if (rankBefore === null) return text("bestSellers.new");
  if (rankBefore === rank) return text("bestSellers.same");
  const places = Math.abs(rankBefore - rank);
  return text(rankBefore > rank ? "bestSellers.up" : "bestSellers.down", { places });
}
