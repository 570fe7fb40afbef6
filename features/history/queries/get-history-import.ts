import { toHistoryImportView } from "@/features/history/queries/to-history-import-view";
import {
  type HistoryFaultCount,
  type HistoryImportView,
  type HistoryPreview,
  historyPreviewSchema,
} from "@/features/history/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** One import with what the file looked like and why lines were refused; null for another merchant's. */
export async function getHistoryImport(
  tx: MerchantTx,
  { merchantId, importId }: { merchantId: string; importId: string },
): Promise<{
  summary: HistoryImportView;
  preview: HistoryPreview;
  faults: HistoryFaultCount[];
} | null> {
  const row = await tx.historyImport.findUnique({
    where: { merchantId_id: { merchantId, id: importId } },
  });
  if (!row) return null;
  const groups = await tx.historyLine.groupBy({
    by: ["fault"],
    where: { merchantId, importId, kind: "refused" },
    _count: true,
    orderBy: { fault: "asc" },
  });
  return {
    summary: toHistoryImportView(row),
    preview: historyPreviewSchema.parse(row.preview),
    faults: groups.map(({ fault, _count }) => ({ fault, lines: _count })),
  };
}
