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
export const fileRows = 50_000;
/** What is asked of a list: one more than its file holds, which then says at its end that there is more. */
export const mostRows = fileRows + 1;

export type ReadTable = (tx: MerchantTx, ask: AskTable) => Promise<BoardTable>;

/** How a table is read; `may` beyond insights.read, `rows` where its file holds more than others. */
export type FileTable = { read: ReadTable; may?: Permission; rows?: number };

/** Tables by their names in the addresses of their files. */
export type BoardTables = Record<string, FileTable>;
