import type { HistoryMapping } from "@/domain/history/mapping";
import { toHistoryImportView } from "@/features/history/queries/to-history-import-view";
import {
  type HistoryFaultCount,
  type HistoryImportView,
  type HistoryPreview,
  historyMappingSchema,
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
  mapping: HistoryMapping | null;
  /** Empty while it runs: counting half a million lines again and again helps nobody. */
  faults: HistoryFaultCount[];
} | null> {
  const row = await tx.historyImport.findUnique({
    where: { merchantId_id: { merchantId, id: importId } },
  });
  if (!row) return null;
  return {
    summary: toHistoryImportView(row),
    preview: historyPreviewSchema.parse(row.preview),
    mapping: historyMappingSchema.nullable().parse(row.mapping),
    faults: row.state === "running" ? [] : await countFaults(tx, { merchantId, importId }),
  };
}

async function countFaults(
  tx: MerchantTx,
  where: { merchantId: string; importId: string },
): Promise<HistoryFaultCount[]> {
  const groups = await tx.historyLine.groupBy({
    by: ["fault"],
    where: { ...where, kind: "refused" },
    _count: true,
    orderBy: { fault: "asc" },
  });
  return groups.map(({ fault, _count }) => ({ fault, lines: _count }));
}
