import Link from "next/link";
import { useTranslations } from "next-intl";
import { BarList } from "@/components/charts/bar-list";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Panel } from "@/components/ui/panel";
import { ACTIVITY_ACTS } from "@/domain/metrics/activity-index";
import { measure } from "@/domain/metrics/metric-list";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { MetricCards } from "@/features/insights/components/dashboard-metric-card";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import { listBehind } from "@/features/insights/components/list-behind";
import { productsTable } from "@/features/insights/components/product-tables";
import {
  PRODUCTS_SHOWN,
  type ProductMetric,
  type ProductsBoard,
} from "@/features/insights/queries/ask-products-board";
import {
  boardQuery,
  PRODUCT_ORDERS,
  type ProductOrder,
  type ReadBoard,
} from "@/features/insights/schema";

const cards = [
  "views",
  "viewers",
  "favourites",
  "carts",
  "units",
  "openedLinks",
] as const satisfies readonly ProductMetric[];
const strongest = 10;

/** Board 2: what people did with each product, and how lively that makes it. */
export function ProductsBoardPanels({
  board,
  request,
  order,
}: {
  board: ProductsBoard;
  request: ReadBoard;
  order: ProductOrder;
}) {
  const text = useTranslations("insights");
  const { typed } = request;
  const query = (page: number) => boardQuery(typed, { order, page: String(page) });
  const path = "/merchant/insights/products";
  return (
    <>
      <MetricCards
        cards={cards.map((metric) => ({
          metric,
          figure: measure(metric, board.whole),
          before: board.before ? measure(metric, board.before) : undefined,
          href: listBehind(metric, typed),
        }))}
      />
      <Panel
        title={text("metric.activityIndex.title")}
        corner={<MetricDefinition metric="activityIndex" />}
      >
        <ActivityBars board={board} request={request} />
        <p className="mt-3 text-sm text-ink-soft">
          {text("products.weights")}{" "}
          {ACTIVITY_ACTS.map((act) => `${text(`products.act.${act}`)} ×${board.weights[act]}`).join(
            text("asked.joint"),
          )}{" "}
          <Link href="/merchant/insights/settings" className="text-leaf underline print:hidden">
            {text("margin.toSetting")}
          </Link>
        </p>
      </Panel>
      <Panel title={text("products.all")}>
        <LinkTabs
          label={text("products.orderLabel")}
          tabs={PRODUCT_ORDERS.map((one) => ({
            href: `${path}?${boardQuery(typed, { order: one })}`,
            label: text(`products.order.${one}`),
            isCurrent: one === order,
          }))}
        />
        <BoardData
          table={productsTable(board, text, typed)}
          csvHref={`/merchant/insights/csv/products?${boardQuery(typed, { order })}`}
        />
        <nav className="mt-3 flex justify-between text-sm print:hidden">
          {board.page > 1 ? (
            <Link href={`${path}?${query(board.page - 1)}`} className="text-leaf hover:underline">
              {text("products.earlier", { count: PRODUCTS_SHOWN })}
            </Link>
          ) : (
            <span />
          )}
          {board.hasNext && (
            <Link href={`${path}?${query(board.page + 1)}`} className="text-leaf hover:underline">
              {text("products.later", { count: PRODUCTS_SHOWN })}
            </Link>
          )}
        </nav>
      </Panel>
    </>
  );
}

function ActivityBars({ board, request }: { board: ProductsBoard; request: ReadBoard }) {
  const text = useTranslations("insights");
  const rows = board.rows
    .toSorted((a, b) => b.index - a.index || (a.key < b.key ? -1 : 1))
    .slice(0, strongest);
  if (rows.length === 0) return <p className="text-sm text-ink-faint">{text("emptyTable")}</p>;
  return (
    <BarList
      label={text("metric.activityIndex.title")}
      items={rows.map(({ key, title, index }) => ({
        key,
        label: title,
        size: index,
        value: index.toLocaleString("en-US"),
        href: listBehind("viewers", { ...request.typed, slice: `product:${key}` }),
      }))}
    />
  );
}
