import type { HistoryMapping } from "@/domain/history/mapping";
import {
  type HistoryPreview,
  historyMappingSchema,
  historyPreviewSchema,
} from "@/features/history/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** How a running import is to be read, and the last line that is kept already (0 for none). */
export async function findRunningImport(
  tx: MerchantTx,
  { merchantId, importId }: { merchantId: string; importId: string },
): Promise<{
  format: HistoryPreview["format"];
  mapping: HistoryMapping;
  lastLineNo: number;
} | null> {
  const row = await tx.historyImport.findFirst({
    where: { merchantId, id: importId, state: "running" },
    select: { preview: true, mapping: true },
  });
  if (!row) return null;
  const { _max } = await tx.historyLine.aggregate({
    where: { merchantId, importId },
    _max: { lineNo: true },
  });
  return {
    format: historyPreviewSchema.parse(row.preview).format,
    mapping: historyMappingSchema.parse(row.mapping),
    lastLineNo: _max.lineNo ?? 0,
  };
}
