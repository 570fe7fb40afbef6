import type { HistoryMapping } from "@/domain/history/mapping";
import { recordAudit } from "@/features/audit/commands/record-audit";
import { historyPreviewSchema } from "@/features/history/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { enqueue } from "@/lib/jobs/enqueue";

/**
 * Hands an uploaded file to the worker, to be read as the mapping says. A second tap changes nothing; a
 * column that the file does not have is refused.
 */
export async function startHistoryImport(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  { importId, mapping }: { importId: string; mapping: HistoryMapping },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_previewed" | "column_unknown" }> {
  const { merchantId, staffId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const found = await tx.historyImport.findFirst({
      where: { merchantId, id: importId, state: "previewed" },
      select: { preview: true },
    });
    if (!found) return { ok: false, reason: "not_previewed" };
    const { heads } = historyPreviewSchema.parse(found.preview);
    if (Object.values(mapping.columns).some((index) => index >= heads.length)) {
      return { ok: false, reason: "column_unknown" };
    }
    const { count } = await tx.historyImport.updateMany({
      where: { merchantId, id: importId, state: "previewed" },
      data: { state: "running", mapping, startedAt: now },
    });
    if (count === 0) return { ok: false, reason: "not_previewed" };
    await enqueue(tx, {
      merchantId,
      topic: "history_import.run",
      dedupeKey: importId,
      payload: { importId },
      now,
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "history_import.start",
      objectKind: "history_import",
      objectId: importId,
      details: { columns: Object.keys(mapping.columns).join(", ") },
      now,
    });
    return { ok: true };
  });
}
