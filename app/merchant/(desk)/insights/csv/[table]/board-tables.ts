import type { BoardTable, InsightText } from "@/features/insights/components/board-table";
import {
  salesComparisonTable,
  salesPeriodTable,
} from "@/features/insights/components/sales-tables";
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
