import { rm } from "node:fs/promises";
import { recordAudit } from "@/features/audit/commands/record-audit";
import { markImportDays } from "@/features/insights/commands/mark-import-days";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { uploadPath } from "@/lib/storage/store-upload";

/**
 * Takes back everything that an import brought, also one that is running or has failed; the row stays and
 * says so. Afterwards the same file can be imported anew.
 */
export async function undoHistoryImport(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  importId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "undone_already" }> {
  const { merchantId, staffId } = staff;
  const undone = await inMerchant(
    merchantId,
    async (tx) => {
      const { count } = await tx.historyImport.updateMany({
        where: { merchantId, id: importId, state: { not: "undone" } },
        data: { state: "undone", undoneAt: now },
      });
      if (count === 0) return false;
      await markImportDays(tx, { merchantId, importId, now });
      await tx.historyOrder.deleteMany({ where: { merchantId, importId } });
      await tx.historyLine.deleteMany({ where: { merchantId, importId } });
      await recordAudit(tx, {
        merchantId,
        actor: { kind: "staff", id: staffId },
        action: "history_import.undo",
        objectKind: "history_import",
        objectId: importId,
        now,
      });
      return true;
    },
    { timeoutMs: 300_000 },
  );
  if (undone) {
    await rm(uploadPath(merchantId, importId), { force: true });
    return { ok: true };
  }
  const exists = await inMerchant(merchantId, (tx) =>
    tx.historyImport.count({ where: { merchantId, id: importId } }),
  );
  return { ok: false, reason: exists > 0 ? "undone_already" : "not_found" };
}
