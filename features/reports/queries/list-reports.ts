import { selectReports } from "@/features/reports/queries/select-reports";
import type { ReportFilter, ReportView } from "@/features/reports/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

/**
 * The reports that match, newest first, page by page.
 * @param span only those of [from, until)
 */
export async function listReports(
  tx: MerchantTx,
  question: {
    merchantId: string;
    filter: ReportFilter;
    span?: { from: Date; until: Date };
    limit: number;
  },
): Promise<{ reports: ReportView[]; nextCursor: string | null }> {
  const { merchantId, filter, span, limit } = question;
  const { state, distributorId } = filter;
  const after = readCursor(filter.cursor);
  const conditions = [
    state && Prisma.sql`and r.state = ${state}::off_platform_report_state`,
    distributorId && Prisma.sql`and r.distributor_id = ${distributorId}::uuid`,
    span && Prisma.sql`and r.created_at >= ${span.from} and r.created_at < ${span.until}`,
    after && Prisma.sql`and (r.created_at, r.id) < (${after.createdAt}, ${after.id}::uuid)`,
  ].flatMap((condition) => (condition ? [condition] : []));
  const which = conditions.length > 0 ? Prisma.join(conditions, " ") : Prisma.empty;
  const rows = await selectReports(
    tx,
    merchantId,
    Prisma.sql`${which} order by r.created_at desc, r.id desc limit ${limit + 1}`,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    reports: page,
    nextCursor:
      rows.length > limit && last
        ? writeCursor({ createdAt: last.createdAt, id: last.reportId })
        : null,
  };
}
