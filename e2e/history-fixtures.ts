import { guessColumns } from "@/domain/history/mapping";
import type { TestMerchant } from "@/e2e/database";
import { previewHistoryImport } from "@/features/history/commands/preview-history-import";
import { runHistoryImport } from "@/features/history/commands/run-history-import";
import { startHistoryImport } from "@/features/history/commands/start-history-import";
import { historyPreviewSchema } from "@/features/history/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/** An invoice of another system with one line: its moment in China, "YYYY-MM-DD HH:MM:SS", and its customer. */
export type OldInvoice = { invoiceNo: string; at: string; customerRef: string; yuan: string };

/** Imports invoices as a merchant does, by file; those whose number begins with C are refunds. */
export async function importHistory(
  { merchantId, ownerId }: TestMerchant,
  invoices: readonly OldInvoice[],
  now: Date,
): Promise<void> {
  const staff = { merchantId, staffId: ownerId };
  const lines = invoices.map(({ invoiceNo, at, customerRef, yuan }) => {
    const quantity = invoiceNo.startsWith("C") ? -1 : 1;
    return `${invoiceNo},A1,tea,${quantity},${at},${yuan},${customerRef},`;
  });
  const heads = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,CustomerID,Country";
  const bytes = new TextEncoder().encode([heads, ...lines].join("\n"));
  const chunks = (async function* () {
    yield bytes;
  })();
  const opened = await previewHistoryImport(staff, { name: "old.csv", chunks }, now);
  if (!opened.ok) throw new Error(opened.reason);
  const { importId } = opened;
  const { preview } = await inMerchant(merchantId, (tx) =>
    tx.historyImport.findFirstOrThrow({ where: { id: importId } }),
  );
  const columns = guessColumns(historyPreviewSchema.parse(preview).heads);
  const mapping = { columns, dateOrder: "ymd", refundPrefix: "C", ignoredPrefix: "A" } as const;
  const started = await startHistoryImport(staff, { importId, mapping }, now);
  if (!started.ok) throw new Error(started.reason);
  const done = await runHistoryImport(merchantId, importId, () => now);
  if (!done.ok) throw new Error(done.reason);
}
