import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * The products that a board of products is narrowed to: those that stand in a category or scene today, as
 * figures by category and scene are of these, or the product itself. Null where it is not narrowed.
 */
export async function productsOfPart(
  tx: MerchantTx,
  { merchantId, slice: { kind, key } }: { merchantId: string; slice: Slice },
): Promise<string[] | null> {
  if (kind === "product") return [key];
  if (kind !== "category" && kind !== "scene") return null;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select p.id::text as id from product p
    where p.merchant_id = ${merchantId}::uuid and case ${kind}
      when 'category' then p.category_id::text = ${key}
      else exists (select from scene_product s where s.merchant_id = p.merchant_id
        and s.product_id = p.id and s.scene_id::text = ${key}) end`;
  return rows.map(({ id }) => id);
}
