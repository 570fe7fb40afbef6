import type { ProductInput } from "@/features/catalogue/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Why a product cannot be saved; `index` is the SKU's place in the form. */
export type ProductFault =
  | {
      ok: false;
      reason:
        | "category_missing"
        | "freight_missing"
        | "scene_missing"
        | "picture_missing"
        | "sku_needed";
    }
  | { ok: false; reason: "code_taken" | "sku_missing"; index: number };

/** Looks for whatever a product points at that this merchant does not have, and for codes in use. */
export async function findProductFault(
  tx: MerchantTx,
  question: { merchantId: string; productId: string; input: ProductInput },
): Promise<ProductFault | null> {
  const { merchantId, productId, input } = question;
  const { categoryId, freightTemplateId, skus } = input;
  const sceneIds = [...new Set(input.sceneIds)];
  const pictureIds = [...new Set(input.pictureIds)];
  if (!(await tx.category.count({ where: { merchantId, id: categoryId } }))) {
    return { ok: false, reason: "category_missing" };
  }
  if (
    freightTemplateId &&
    !(await tx.freightTemplate.count({ where: { merchantId, id: freightTemplateId } }))
  ) {
    return { ok: false, reason: "freight_missing" };
  }
  const scenes = await tx.scene.count({ where: { merchantId, id: { in: sceneIds } } });
  if (scenes !== sceneIds.length) return { ok: false, reason: "scene_missing" };
  const pictures = await tx.picture.count({ where: { merchantId, id: { in: pictureIds } } });
  if (pictures !== pictureIds.length) return { ok: false, reason: "picture_missing" };
  if (input.status === "active" && !skus.some(({ isActive }) => isActive === "yes")) {
    return { ok: false, reason: "sku_needed" };
  }
  return findSkuFault(tx, { merchantId, productId, skus });
}

async function findSkuFault(
  tx: MerchantTx,
  {
    merchantId,
    productId,
    skus,
  }: { merchantId: string; productId: string; skus: ProductInput["skus"] },
): Promise<ProductFault | null> {
  const present = await tx.sku.findMany({
    where: {
      merchantId,
      OR: [{ productId }, { code: { in: skus.map(({ code }) => code) } }],
    },
    select: { id: true, code: true, productId: true },
  });
  const own = new Set(present.filter((sku) => sku.productId === productId).map(({ id }) => id));
  const ownerOfCode = new Map(present.map((sku) => [sku.code, sku.id]));
  const seen = new Set<string>();
  for (const [index, { id, code }] of skus.entries()) {
    if (id && !own.has(id)) return { ok: false, reason: "sku_missing", index };
    const owner = ownerOfCode.get(code);
    if (seen.has(code) || (owner !== undefined && owner !== id)) {
      return { ok: false, reason: "code_taken", index };
    }
    seen.add(code);
  }
  return null;
}
