import type { RefusedFilter, RefusedLineView } from "@/features/history/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** The lines of an import that were not taken, in the file's order, a page at a time. */
export async function listRefusedLines(
  tx: MerchantTx,
  input: { merchantId: string; importId: string; filter: RefusedFilter; limit: number },
): Promise<{ lines: RefusedLineView[]; nextCursor: string | null }> {
  const { merchantId, importId, filter, limit } = input;
  const rows = await tx.historyLine.findMany({
    where: {
      merchantId,
      importId,
      kind: "refused",
      lineNo: { gt: Number(filter.cursor ?? 0) },
      ...(filter.fault ? { fault: filter.fault } : {}),
    },
    orderBy: { lineNo: "asc" },
    take: limit + 1,
    omit: { merchantId: true, importId: true, kind: true, amountFen: true, isService: true },
  });
  const lines = rows.slice(0, limit);
  const last = lines.at(-1);
  return { lines, nextCursor: rows.length > limit && last ? String(last.lineNo) : null };
}
