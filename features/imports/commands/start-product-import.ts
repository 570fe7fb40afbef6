import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { enqueue } from "@/lib/jobs/enqueue";

/** Hands a previewed import to the worker. A second tap changes nothing. */
export async function startProductImport(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  importId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_previewed" }> {
  const { merchantId, staffId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.productImport.updateMany({
      where: { merchantId, id: importId, state: "previewed" },
      data: { state: "running" },
    });
    if (count === 0) return { ok: false, reason: "not_previewed" };
    await enqueue(tx, {
      merchantId,
      topic: "product_import.run",
      dedupeKey: importId,
      payload: { importId },
      now,
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "product_import.start",
      objectKind: "product_import",
      objectId: importId,
      now,
    });
    return { ok: true };
  });
}
