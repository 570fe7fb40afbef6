import { Prisma } from "@/prisma/generated/client";

/** Joins a line `s` to the slices of its product; a service of an order history is no product. */
export function slicesOfProduct(merchantId: string): Prisma.Sql {
  return Prisma.sql`
  cross join lateral (
    select 'product'::slice_kind as kind, s.product as key
    union all
    select 'category', p.category_id::text from product p
    where p.merchant_id = ${merchantId}::uuid and p.id = s.product_id
    union all
    select 'scene', c.scene_id::text from scene_product c
    where c.merchant_id = ${merchantId}::uuid and c.product_id = s.product_id) k`;
}
