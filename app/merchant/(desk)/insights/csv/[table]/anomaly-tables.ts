import {
  type AskTable,
  type BoardTables,
  mostRows,
} from "@/app/merchant/(desk)/insights/csv/[table]/read-table";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import {
  clicksTable,
  findingsTable,
  oddOrdersTable,
  reportsTable,
} from "@/features/insights/components/anomaly-tables";
import type { BoardTable } from "@/features/insights/components/board-table";
import { channelNames } from "@/features/insights/components/channel-names";
import { askAnomaliesBoard } from "@/features/insights/queries/ask-anomalies-board";
import { findDistributorName } from "@/features/insights/queries/find-distributor-name";
import { listClicksOfDistributor } from "@/features/insights/queries/list-clicks-of-distributor";
import { listOddOrders } from "@/features/insights/queries/list-odd-orders";
import { ODD_ORDER_LISTS } from "@/features/insights/schema";
import { listReports } from "@/features/reports/queries/list-reports";
import { REPORT_STATES } from "@/features/reports/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** The tables of the board of anomalies and of the lists behind it. */
export const anomalyTables: BoardTables = {
  anomalies: {
    read: async (tx, ask) => {
      const { anomaly } = ask.values;
      const board = await askAnomaliesBoard(tx, { ...ask, anomaly, limit: mostRows });
      return findingsTable(board, ask.request.typed, ask.text);
    },
  },
  "odd-orders": { read: readOddOrders },
  "distributor-clicks": { read: readClicks },
  reports: { read: readReports },
};

/** The distributor of a file's address: undefined where it names one that the shop does not know. */
async function distributorOf(tx: MerchantTx, { merchantId, values }: AskTable) {
  const id = values.distributor;
  if (!id) return null;
  return (await findDistributorName(tx, { merchantId, id }))?.distributorId;
}

async function readOddOrders(tx: MerchantTx, ask: AskTable): Promise<BoardTable> {
  const { merchantId, request, values, text } = ask;
  const { window } = request;
  const list = ODD_ORDER_LISTS.find((one) => one === values.list) ?? "orders_without_clicks";
  const distributorId = await distributorOf(tx, ask);
  if (distributorId === undefined) return oddOrdersTable([], list, text);
  const asked = { merchantId, window, list, distributorId, limit: mostRows };
  return oddOrdersTable((await listOddOrders(tx, asked)).orders, list, text);
}

async function readClicks(tx: MerchantTx, ask: AskTable): Promise<BoardTable> {
  const { merchantId, request, text } = ask;
  const distributorId = await distributorOf(tx, ask);
  if (!distributorId) return clicksTable([], text, channelNames(text));
  const asked = { merchantId, window: request.window, distributorId, limit: mostRows };
  const { clicks } = await listClicksOfDistributor(tx, asked);
  return clicksTable(clicks, text, channelNames(text));
}

async function readReports(tx: MerchantTx, ask: AskTable): Promise<BoardTable> {
  const { merchantId, request, values, text } = ask;
  const distributorId = await distributorOf(tx, ask);
  if (distributorId === undefined) return reportsTable([], text);
  const { from, to } = request.window;
  const span = { from: shanghaiDayRange(from).from, until: shanghaiDayRange(to).from };
  const state = REPORT_STATES.find((one) => one === values.state);
  const filter = { state, distributorId: distributorId ?? undefined };
  const { reports } = await listReports(tx, { merchantId, filter, span, limit: mostRows });
  return reportsTable(reports, text);
}
