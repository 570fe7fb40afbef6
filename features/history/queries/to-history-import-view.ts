import type { HistoryImportView } from "@/features/history/schema";
import type { HistoryImport } from "@/prisma/generated/client";

/** The row as screens show it. */
export function toHistoryImportView(row: HistoryImport): HistoryImportView {
  return {
    importId: row.id,
    fileName: row.fileName,
    byteSize: Number(row.byteSize),
    state: row.state,
    readLines: row.readLines,
    saleLines: row.saleLines,
    refundLines: row.refundLines,
    refusedLines: row.refusedLines,
    orders: row.orders,
    refunds: row.refunds,
    failure: row.failure,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
  };
}
