import { type MonthFigures, monthFiguresSchema } from "@/features/closing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type ClosedMonth = { at: Date; byName: string; sha256: string; figures: MonthFigures };

/** A month as it was closed; null while it is open. */
export async function findClosedMonth(
  tx: MerchantTx,
  question: { merchantId: string; month: string },
): Promise<ClosedMonth | null> {
  const { merchantId } = question;
  const row = await tx.monthClose.findUnique({ where: { merchantId_month: question } });
  if (!row) return null;
  const closer = await tx.staff.findUnique({
    where: { merchantId_id: { merchantId, id: row.closedBy } },
    select: { name: true },
  });
  const figures = monthFiguresSchema.parse(row.figures);
  return { at: row.closedAt, byName: closer?.name ?? "", sha256: row.sha256, figures };
}
