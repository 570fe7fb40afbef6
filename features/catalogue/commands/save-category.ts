import { recordAudit } from "@/features/audit/commands/record-audit";
import type { CategoryInput } from "@/features/catalogue/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/**
 * Adds a category, or changes the one given.
 * @param id null adds one
 */
export async function saveCategory(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  id: string | null,
  input: CategoryInput,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "slug_taken" }> {
  const { merchantId, staffId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const namesake = await tx.category.findUnique({
      where: { merchantId_slug: { merchantId, slug: input.slug } },
    });
    if (namesake && namesake.id !== id) return { ok: false, reason: "slug_taken" };
    const objectId = id ?? newId();
    const { count } = id
      ? await tx.category.updateMany({ where: { merchantId, id }, data: input })
      : await tx.category.createMany({ data: [{ ...input, merchantId, id: objectId }] });
    if (count === 0) return { ok: false, reason: "not_found" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "category.save",
      objectKind: "category",
      objectId,
      now,
    });
    return { ok: true };
  });
}
