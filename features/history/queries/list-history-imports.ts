import { toHistoryImportView } from "@/features/history/queries/to-history-import-view";
import type { HistoryImportView } from "@/features/history/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const shown = 50;

/** The latest imports of another system's orders, newest first. */
export async function listHistoryImports(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<HistoryImportView[]> {
  const rows = await tx.historyImport.findMany({
    where: { merchantId },
    orderBy: { createdAt: "desc" },
    take: shown,
  });
  return rows.map(toHistoryImportView);
}
