import type { AuditEntryView } from "@/features/audit/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A page is never longer than this. */
const maxPerPage = 200;

/** What happened to one object, newest first; `before` pages back in time. */
export async function listAudit(
  tx: MerchantTx,
  question: {
    merchantId: string;
    objectKind: string;
    objectId: string;
    before?: Date;
    limit: number;
  },
): Promise<AuditEntryView[]> {
  const { before, limit, ...object } = question;
  const rows = await tx.auditEntry.findMany({
    where: before ? { ...object, at: { lt: before } } : object,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: Math.min(limit, maxPerPage),
    omit: { merchantId: true },
    include: { seal: { select: { seq: true } } },
  });
  return rows.map(({ seal, ...entry }) => ({ ...entry, sealSeq: seal?.seq ?? null }));
}
