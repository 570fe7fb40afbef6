import { anomalyTables } from "@/app/merchant/(desk)/insights/csv/[table]/anomaly-tables";
import { behindTables } from "@/app/merchant/(desk)/insights/csv/[table]/behind-tables";
import { payoutTables } from "@/app/merchant/(desk)/insights/csv/[table]/payout-tables";
import {
  type AskTable,
  type BoardTables,
  type FileTable,
  mostRows,
} from "@/app/merchant/(desk)/insights/csv/[table]/read-table";
import { retentionTables } from "@/app/merchant/(desk)/insights/csv/[table]/retention-tables";
import { rfmTables } from "@/app/merchant/(desk)/insights/csv/[table]/rfm-tables";
import { CLASSIC_PLAN } from "@/domain/forecast/classic-plan";
import { forecastFission } from "@/domain/forecast/fission";
import { shanghaiDay, shanghaiHour } from "@/domain/metrics/shanghai-day";
import { lastDayOf } from "@/domain/metrics/window";
import { readForecastRequest } from "@/features/forecasts/schema";
import { activesTable } from "@/features/insights/components/activity-tables";
import { bestSellersTable, classesTable } from "@/features/insights/components/best-seller-tables";
import { stageTable, standingsTable } from "@/features/insights/components/distributors-tables";
import {
  forecastHopTable,
  pastForecastTable,
} from "@/features/insights/components/forecast-tables";
import { hourTable } from "@/features/insights/components/hour-tables";
import { marginTable } from "@/features/insights/components/margin-tables";
import { productsTable } from "@/features/insights/components/product-tables";
import { funnelTable, repurchaseTable } from "@/features/insights/components/purchase-tables";
import {
  salesComparisonTable,
  salesPeriodTable,
} from "@/features/insights/components/sales-tables";
import { shareHopTable, sharePeopleTable } from "@/features/insights/components/share-tree-tables";
import {
  spreadChannelTable,
  spreadHopTable,
  spreadPeriodTable,
  spreadWaitTable,
} from "@/features/insights/components/spread-tables";
import {
  reorderTable,
  slowMoverTable,
  stockFlowTable,
  stockSkuTable,
} from "@/features/insights/components/stock-tables";
import {
  npsTable,
  productStarsTable,
  starsTable,
  voicePeriodTable,
} from "@/features/insights/components/voice-tables";
import { askActivityBoard } from "@/features/insights/queries/ask-activity-board";
import {
  askBestSellersBoard,
  CLASSIFIED,
} from "@/features/insights/queries/ask-best-sellers-board";
import {
  type AllDistributors,
  askDistributorsBoard,
} from "@/features/insights/queries/ask-distributors-board";
import { askForecastBoard } from "@/features/insights/queries/ask-forecast-board";
import { askMarginBoard } from "@/features/insights/queries/ask-margin-board";
import { askProductsBoard } from "@/features/insights/queries/ask-products-board";
import { askPurchaseBoard } from "@/features/insights/queries/ask-purchase-board";
import { askRepurchase } from "@/features/insights/queries/ask-repurchase";
import { askSalesBoard } from "@/features/insights/queries/ask-sales-board";
import { askShareGraph } from "@/features/insights/queries/ask-share-graph";
import { askSpreadBoard, type WholeSpread } from "@/features/insights/queries/ask-spread-board";
import { askStockBoard } from "@/features/insights/queries/ask-stock-board";
import { askWordOfMouthBoard } from "@/features/insights/queries/ask-word-of-mouth-board";
import { listSalesByHour } from "@/features/insights/queries/list-sales-by-hour";
import { readShareStart } from "@/features/insights/queries/read-share-start";
import { BEST_SELLER_ORDERS, PRODUCT_ORDERS } from "@/features/insights/schema";
import { can, type StaffRole } from "@/features/staff/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Every table that a board shows, by its name in the address of its file; `may` beyond insights.read. */
const boardTables: BoardTables = {
  ...payoutTables,
  ...anomalyTables,
  ...behindTables,
  ...retentionTables,
  ...rfmTables,
  "spread-periods": {
    read: async (tx, ask) =>
      spreadPeriodTable(await askSpreadBoard(tx, ask), ask.text, ask.request),
  },
  "spread-channels": {
    read: async (tx, ask) =>
      spreadChannelTable(await wholeSpread(tx, ask), ask.text, ask.request.typed),
  },
  "spread-hops": {
    read: async (tx, ask) =>
      spreadHopTable(await wholeSpread(tx, ask), ask.text, ask.request.typed),
  },
  "spread-waits": {
    read: async (tx, ask) =>
      spreadWaitTable(await wholeSpread(tx, ask), ask.text, ask.request.typed),
  },
  "spread-people": {
    read: async (tx, ask) => {
      const { keyPeople } = await wholeSpread(tx, ask);
      return sharePeopleTable(keyPeople, ask.text, ask.text("metric.keyPeople.title"));
    },
  },
  "share-hops": {
    read: async (tx, ask) => shareHopTable((await shareGraph(tx, ask))?.hops ?? [], ask.text),
  },
  "share-people": {
    read: async (tx, ask) => {
      const people = (await shareGraph(tx, ask))?.people ?? [];
      return sharePeopleTable(people, ask.text, ask.text("shareGraph.below"));
    },
  },
  "distributor-standings": {
    read: async (tx, ask) =>
      standingsTable(await allDistributors(tx, ask), ask.text, ask.request.typed),
  },
  "distributor-stages": {
    read: async (tx, ask) => stageTable(await allDistributors(tx, ask), ask.text),
  },
  "stock-flow": {
    read: async (tx, ask) => stockFlowTable(await askStockBoard(tx, ask), ask.text, null),
  },
  "stock-skus": {
    read: async (tx, ask) => {
      const board = await askStockBoard(tx, { ...ask, whole: true });
      return stockSkuTable(board, ask.text, null);
    },
  },
  "stock-slow": {
    read: async (tx, ask) => {
      const board = await askStockBoard(tx, { ...ask, whole: true });
      return slowMoverTable(board, ask.text, null);
    },
  },
  "stock-reorder": {
    read: async (tx, ask) => {
      const board = await askStockBoard(tx, { ...ask, whole: true });
      return reorderTable(board, ask.text);
    },
  },
  "voice-nps": {
    read: async (tx, ask) => npsTable(await askWordOfMouthBoard(tx, ask), ask.text),
  },
  "voice-stars": {
    read: async (tx, ask) => starsTable(await askWordOfMouthBoard(tx, ask), ask.text),
  },
  "voice-periods": {
    read: async (tx, ask) =>
      voicePeriodTable(await askWordOfMouthBoard(tx, ask), ask.text, ask.request.typed),
  },
  "voice-products": {
    read: async (tx, ask) => {
      const board = await askWordOfMouthBoard(tx, ask);
      return productStarsTable(board, ask.text, () => "");
    },
  },
  products: {
    read: async (tx, ask) => {
      const order = PRODUCT_ORDERS.find((one) => one === ask.values.order) ?? "views";
      const board = await askProductsBoard(tx, { ...ask, order, page: 1, limit: mostRows });
      return productsTable(board, ask.text, ask.request.typed);
    },
  },
  "best-sellers": {
    rows: CLASSIFIED - 1,
    read: async (tx, ask) => {
      const order = BEST_SELLER_ORDERS.find((one) => one === ask.values.order) ?? "netFen";
      const board = await askBestSellersBoard(tx, { ...ask, order, limit: CLASSIFIED });
      return bestSellersTable(board, ask.text, ask.request.typed);
    },
  },
  "abc-classes": {
    read: async (tx, ask) =>
      classesTable(await askBestSellersBoard(tx, { ...ask, order: "netFen" }), ask.text),
  },
  actives: {
    read: async (tx, ask) => {
      const board = await askActivityBoard(tx, { ...ask, unit: ask.values.unit });
      return activesTable(board, ask.text, () => "");
    },
  },
  "margin-line": {
    read: async (tx, ask) =>
      marginTable(await askMarginBoard(tx, ask), ask.text, ask.request.typed),
  },
  "sales-periods": {
    read: async (tx, ask) => {
      const board = await askSalesBoard(tx, { ...ask, unit: ask.values.unit });
      return salesPeriodTable(board, ask.text, ask.request);
    },
  },
  "sales-hours": {
    read: async (tx, { merchantId, request, now, text }) => {
      const day = lastDayOf(request.window);
      const hourNow = day === shanghaiDay(now) ? shanghaiHour(now) : 23;
      return hourTable({ hours: await listSalesByHour(tx, { merchantId, day }), hourNow }, text);
    },
  },
  "purchase-funnel": {
    read: async (tx, ask) => {
      const { current, before } = await askPurchaseBoard(tx, ask);
      return funnelTable(current, before, ask.text, () => "");
    },
  },
  repurchase: {
    read: async (tx, { merchantId, request, now, text }) => {
      const { window } = request;
      const today = shanghaiDay(now);
      return repurchaseTable(await askRepurchase(tx, { merchantId, window, today }), text, window);
    },
  },
  "forecast-hops": {
    read: async (_, { values, now, text }) => {
      const asked = readForecastRequest(values, CLASSIC_PLAN, shanghaiDay(now));
      const made = asked.ok ? forecastFission(asked.plan) : null;
      return forecastHopTable(made?.ok ? made.forecast : null, text);
    },
  },
  "forecast-past": {
    read: async (tx, ask) => pastForecastTable((await askForecastBoard(tx, ask)).over, ask.text),
  },
  "sales-comparison": {
    read: async (tx, ask) =>
      salesComparisonTable(await askSalesBoard(tx, ask), ask.text, ask.request),
  },
};

/** The table of a name, or null where there is none or this role may not read it. */
export function findBoardTable(name: string, role: StaffRole): FileTable | null {
  const table = Object.hasOwn(boardTables, name) ? boardTables[name] : undefined;
  if (!table || (table.may && !can(role, table.may))) return null;
  return table;
}

const wholeShop = { kind: "all", key: "" } as const;

/** Files of what is known of the whole shop only hold it whatever part the address names. */
async function wholeSpread(tx: MerchantTx, ask: AskTable): Promise<WholeSpread> {
  const { whole } = await askSpreadBoard(tx, {
    ...ask,
    request: { ...ask.request, slice: wholeShop },
  });
  if (!whole) throw new Error("the whole shop without its spread");
  return whole;
}

async function allDistributors(tx: MerchantTx, ask: AskTable): Promise<AllDistributors> {
  const request = { ...ask.request, slice: wholeShop };
  const board = await askDistributorsBoard(tx, { ...ask, request, order: ask.values.order });
  if (board.kind !== "all") throw new Error("the whole shop without its distributors");
  return board;
}

async function shareGraph(tx: MerchantTx, { merchantId, values }: AskTable) {
  const asked = readShareStart(values);
  return asked && askShareGraph(tx, { merchantId, ...asked, limit: mostRows });
}
