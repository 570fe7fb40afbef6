import type { ImportLineView, ImportView } from "@/features/imports/schema";
import { readLineError, storedLineSchema } from "@/features/imports/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A preview shows so many lines of each kind. */
const shown = 50;

/** One import with its first lines and its first faults; null for another merchant's id. */
export async function getImport(
  tx: MerchantTx,
  { merchantId, importId }: { merchantId: string; importId: string },
): Promise<{ summary: ImportView; good: ImportLineView[]; faulty: ImportLineView[] } | null> {
  const row = await tx.productImport.findUnique({
    where: { merchantId_id: { merchantId, id: importId } },
    omit: { merchantId: true, createdBy: true, finishedAt: true },
  });
  if (!row) return null;
  const { id: _id, ...summary } = row;
  const read = async (isFaulty: boolean) => {
    const lines = await tx.productImportLine.findMany({
      where: { merchantId, importId, error: isFaulty ? { not: null } : null },
      orderBy: { lineNo: "asc" },
      take: shown,
    });
    return lines.map(({ lineNo, values, error }) => ({
      lineNo,
      values: storedLineSchema.parse(values),
      error: error === null ? null : readLineError(error),
    }));
  };
  return {
    summary: { importId, ...summary },
    good: await read(false),
    faulty: await read(true),
  };
}
