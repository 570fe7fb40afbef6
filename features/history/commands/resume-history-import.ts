import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { enqueue } from "@/lib/jobs/enqueue";

/**
 * Lets the worker go on with an import that it had given up, behind the last line that was kept. One
 * whose file is gone or broken must be undone and sent again.
 */
export async function resumeHistoryImport(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  importId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_resumable" }> {
  const { merchantId, staffId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.historyImport.updateMany({
      where: { merchantId, id: importId, state: "failed", failure: "gave_up" },
      data: { state: "running", failure: "", finishedAt: null },
    });
    if (count === 0) return { ok: false, reason: "not_resumable" };
    await enqueue(tx, {
      merchantId,
      topic: "history_import.run",
      dedupeKey: `${importId}:${now.getTime()}`,
      payload: { importId },
      now,
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "history_import.resume",
      objectKind: "history_import",
      objectId: importId,
      now,
    });
    return { ok: true };
  });
}
