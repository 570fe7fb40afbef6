import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/** Deletes a scene; its products stay and are only no longer shown there. */
export async function deleteScene(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  id: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" }> {
  const { merchantId, staffId } = staff;
  return inMerchant(merchantId, async (tx) => {
    await tx.sceneProduct.deleteMany({ where: { merchantId, sceneId: id } });
    const { count } = await tx.scene.deleteMany({ where: { merchantId, id } });
    if (count === 0) return { ok: false, reason: "not_found" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "scene.delete",
      objectKind: "scene",
      objectId: id,
      now,
    });
    return { ok: true };
  });
}
