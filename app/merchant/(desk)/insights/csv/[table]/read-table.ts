import type { BoardTable, InsightText } from "@/features/insights/components/board-table";
import type { ReadBoard } from "@/features/insights/schema";
import type { Permission } from "@/features/staff/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type AskTable = {
  merchantId: AuthorizedMerchantId;
  request: ReadBoard;
  /** The address's query: what a table takes beside window, comparison and part. */
  values: Readonly<Record<string, string>>;
  now: Date;
  text: InsightText & { has: (key: string) => boolean };
};

/** A file that a spreadsheet still opens; who needs more asks for a shorter window. */
export const mostRows = 50_000;

export type ReadTable = (tx: MerchantTx, ask: AskTable) => Promise<BoardTable>;

/** Tables by their names in the addresses of their files; `may` beyond insights.read. */
export type BoardTables = Record<string, { read: ReadTable; may?: Permission }>;
