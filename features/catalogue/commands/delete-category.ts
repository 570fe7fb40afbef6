import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/** Deletes a category that holds no product and nothing below it. */
export async function deleteCategory(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  id: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_empty" }> {
  const { merchantId, staffId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.category.deleteMany({
      where: { merchantId, id, products: { none: {} }, children: { none: {} } },
    });
    if (count === 0) return { ok: false, reason: "not_empty" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "category.delete",
      objectKind: "category",
      objectId: id,
      now,
    });
    return { ok: true };
  });
}
