import { type ImportLineView, readLineError, storedLineSchema } from "@/features/imports/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Lines of an import with a fault, in the order of the file, behind `afterLine`. */
export async function listFaultyLines(
  tx: MerchantTx,
  question: { merchantId: string; importId: string; afterLine: number; limit: number },
): Promise<ImportLineView[]> {
  const { merchantId, importId, afterLine, limit } = question;
  const lines = await tx.productImportLine.findMany({
    where: { merchantId, importId, error: { not: null }, lineNo: { gt: afterLine } },
    orderBy: { lineNo: "asc" },
    take: limit,
  });
  return lines.map(({ lineNo, values, error }) => ({
    lineNo,
    values: storedLineSchema.parse(values),
    error: error === null ? null : readLineError(error),
  }));
}
