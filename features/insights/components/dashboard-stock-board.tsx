import Link from "next/link";
import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { lastDayOf } from "@/domain/metrics/window";
import { measureStock, type StockMetric } from "@/domain/stock/stock-metrics";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { MetricCards } from "@/features/insights/components/dashboard-metric-card";
import {
  type MovementsOf,
  movementsOf,
  reorderTable,
  slowMoverTable,
  stockFlowTable,
  stockSkuTable,
} from "@/features/insights/components/stock-tables";
import { SHOWN_ROWS, type StockBoard } from "@/features/insights/queries/ask-stock-board";
import { boardQuery, type ReadBoard } from "@/features/insights/schema";

const csv = "/merchant/insights/csv";

/** Board 7: what was bought, sold and lies there, what does not move and what should be ordered. */
export function StockBoardPanels({
  board,
  request,
  mayOpen,
}: {
  board: StockBoard;
  request: ReadBoard;
  /** Whether the reader may open the warehouse's own pages. */
  mayOpen: boolean;
}) {
  const text = useTranslations("insights");
  const { window, typed } = request;
  const query = boardQuery(typed);
  const days = { from: window.from, until: lastDayOf(window) };
  const hrefOf = mayOpen ? movementsOf({ window: days, slice: request.slice }) : null;
  return (
    <>
      <StockCards board={board} hrefOf={hrefOf} />
      <Panel title={text("stock.flow")}>
        <BoardData
          table={stockFlowTable(board, text, hrefOf)}
          csvHref={`${csv}/stock-flow?${query}`}
        />
      </Panel>
      <Lists board={board} hrefOf={hrefOf} query={query} />
    </>
  );
}

/** The board's lists, each with the sentence that stands where it is empty. */
function Lists({ board, hrefOf, query }: Shown) {
  const text = useTranslations("insights");
  const lists = [
    { name: "report", file: "skus", empty: "empty", table: stockSkuTable(board, text, hrefOf) },
    { name: "slow", file: "slow", empty: "emptySlow", table: slowMoverTable(board, text, hrefOf) },
    { name: "reorder", file: "reorder", empty: "emptyReorder", table: reorderTable(board, text) },
  ];
  return lists.map(({ name, file, empty, table }) => (
    <div key={name} id={name} className="min-w-0">
      <Panel
        title={text(`stock.${name}`)}
        hint={table.rows.length >= SHOWN_ROWS && text("stock.more", { count: SHOWN_ROWS })}
        corner={name === "reorder" && hrefOf && <ReorderLink />}
      >
        {table.rows.length === 0 ? (
          <p className="text-sm text-ink-faint">{text(`stock.${empty}`)}</p>
        ) : (
          <BoardData table={table} csvHref={`${csv}/stock-${file}?${query}`} />
        )}
      </Panel>
    </div>
  ));
}

function ReorderLink() {
  const text = useTranslations("insights");
  return (
    <Link href="/merchant/stock/reorder" className="text-sm text-leaf hover:underline">
      {text("stock.goReorder")}
    </Link>
  );
}

/** Of the board, and where its figures open to: null for who may not open the warehouse. */
type Shown = { board: StockBoard; hrefOf: MovementsOf | null; query: string };

const flowCards = {
  stockOpening: "opening",
  stockReceived: "received",
  stockSold: "sold",
  stockReturned: "returned",
  stockAdjusted: "adjusted",
  stockClosing: "closing",
} as const;

/** Rates open to the SKUs on this page that they are made of; of days out of stock there is no list. */
const rateCards = {
  sellThrough: "#report",
  activeSkuRate: "#report",
  stockToSales: "#report",
  turnoverDays: "#report",
  outOfStockRate: undefined,
  slowMovers: "#slow",
} as const satisfies Partial<Record<StockMetric, string | undefined>>;

function StockCards({ board, hrefOf }: Omit<Shown, "query">) {
  const { current, before } = board;
  const cardOf = (metric: StockMetric, href: string | undefined) => ({
    metric,
    figure: measureStock(metric, current.totals, current.netSalesFen),
    before: before ? measureStock(metric, before.totals, before.netSalesFen) : undefined,
    href,
  });
  const flows = Object.entries(flowCards).map(([metric, part]) =>
    cardOf(metric as keyof typeof flowCards, hrefOf?.(part)),
  );
  const proposal = {
    metric: "reorderProposal" as const,
    figure: { unit: "count" as const, value: board.reorderCount },
    href: "#reorder",
  };
  return (
    <MetricCards
      cards={[
        ...flows,
        ...Object.entries(rateCards).map(([metric, href]) =>
          cardOf(metric as keyof typeof rateCards, href),
        ),
        proposal,
      ]}
    />
  );
}
