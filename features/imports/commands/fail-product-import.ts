import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Ends a running import that cannot go on, so that the merchant sees it and can upload the lines that
 * are left; what was taken stays taken. An import that has ended meanwhile stays as it is.
 */
export async function failProductImport(
  merchantId: AuthorizedMerchantId,
  importId: string,
  now: Date,
): Promise<void> {
  await inMerchant(merchantId, async (tx) => {
    const { count } = await tx.productImport.updateMany({
      where: { merchantId, id: importId, state: "running" },
      data: { state: "failed", finishedAt: now },
    });
    if (count === 0) return;
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "system" },
      action: "product_import.fail",
      objectKind: "product_import",
      objectId: importId,
      now,
    });
  });
}
