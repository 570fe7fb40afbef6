import { selectReports } from "@/features/reports/queries/select-reports";
import type { ReportView } from "@/features/reports/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

/** One report, or null where the merchant has none of this id. */
export async function getReport(
  tx: MerchantTx,
  { merchantId, reportId }: { merchantId: string; reportId: string },
): Promise<ReportView | null> {
  const [report] = await selectReports(
    tx,
    merchantId,
    Prisma.sql`and r.id = ${reportId}::uuid limit 1`,
  );
  return report ?? null;
}
