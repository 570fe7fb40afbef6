import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import type { BoardTable, InsightText } from "@/features/insights/components/board-table";
import { funnelTable, repurchaseTable } from "@/features/insights/components/purchase-tables";
import {
  salesComparisonTable,
  salesPeriodTable,
} from "@/features/insights/components/sales-tables";
import { askPurchaseBoard } from "@/features/insights/queries/ask-purchase-board";
import { askRepurchase } from "@/features/insights/queries/ask-repurchase";
import { askSalesBoard } from "@/features/insights/queries/ask-sales-board";
import type { ReadBoard } from "@/features/insights/schema";
import { can, type Permission, type StaffRole } from "@/features/staff/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type AskTable = {
  merchantId: AuthorizedMerchantId;
  request: ReadBoard;
  /** The address's query: what a table takes beside window, comparison and part. */
  values: Readonly<Record<string, string>>;
  now: Date;
  text: InsightText;
};

type ReadTable = (tx: MerchantTx, ask: AskTable) => Promise<BoardTable>;

/** Every table that a board shows, by its name in the address of its file; `may` beyond insights.read. */
const boardTables: Record<string, { read: ReadTable; may?: Permission }> = {
  "sales-periods": {
    read: async (tx, ask) => {
      const board = await askSalesBoard(tx, { ...ask, unit: ask.values.unit });
      return salesPeriodTable(board, ask.text, () => "");
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
      return repurchaseTable(await askRepurchase(tx, { merchantId, window, today }), text);
    },
  },
  "sales-comparison": {
    read: async (tx, ask) => salesComparisonTable(await askSalesBoard(tx, ask), ask.text),
  },
};

/** How a table is read, or null where there is none or this role may not read it. */
export function findBoardTable(name: string, role: StaffRole): ReadTable | null {
  const table = Object.hasOwn(boardTables, name) ? boardTables[name] : undefined;
  if (!table || (table.may && !can(role, table.may))) return null;
  return table.read;
}
