import { recordAudit } from "@/features/audit/commands/record-audit";
import type { SceneInput } from "@/features/catalogue/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/**
 * Adds a scene, or changes the one given.
 * @param id null adds one
 */
export async function saveScene(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  id: string | null,
  input: SceneInput,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "slug_taken" }> {
  const { merchantId, staffId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const namesake = await tx.scene.findUnique({
      where: { merchantId_slug: { merchantId, slug: input.slug } },
    });
    if (namesake && namesake.id !== id) return { ok: false, reason: "slug_taken" };
    const objectId = id ?? newId();
    const { count } = id
      ? await tx.scene.updateMany({ where: { merchantId, id }, data: input })
      : await tx.scene.createMany({ data: [{ ...input, merchantId, id: objectId }] });
    if (count === 0) return { ok: false, reason: "not_found" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "scene.save",
      objectKind: "scene",
      objectId,
      now,
    });
    return { ok: true };
  });
}
