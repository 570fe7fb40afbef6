import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

export type HistoryFailure = "file_gone" | "file_broken" | "too_many_lines" | "gave_up";

/** Ends a running import that cannot go on; none of its lines counts. It can be undone and sent again. */
export async function failHistoryImport(
  merchantId: AuthorizedMerchantId,
  { importId, failure }: { importId: string; failure: HistoryFailure },
  now: Date,
): Promise<void> {
  await inMerchant(merchantId, async (tx) => {
    const { count } = await tx.historyImport.updateMany({
      where: { merchantId, id: importId, state: "running" },
      data: { state: "failed", failure, finishedAt: now },
    });
    if (count === 0) return;
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "system" },
      action: "history_import.fail",
      objectKind: "history_import",
      objectId: importId,
      details: { failure },
      now,
    });
  });
}
