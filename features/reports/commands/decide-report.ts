import { recordAudit } from "@/features/audit/commands/record-audit";
import type { DecideReportInput } from "@/features/reports/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Staff say what they found when they looked at a report. They may come to another view later; each time
 * stands in the audit trail. A report that is not there is `gone`.
 */
export async function decideReport(
  { merchantId, staffId }: { merchantId: AuthorizedMerchantId; staffId: string },
  { reportId, verdict, note }: DecideReportInput & { reportId: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "gone" }> {
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.offPlatformReport.updateMany({
      where: { merchantId, id: reportId },
      data: { state: verdict, note, decidedAt: now, decidedBy: staffId },
    });
    if (count === 0) return { ok: false, reason: "gone" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "report.decide",
      objectKind: "report",
      objectId: reportId,
      details: { verdict, reason: note },
      now,
    });
    return { ok: true };
  });
}
