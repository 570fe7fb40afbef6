import type { StockPart } from "@/features/stock/schema";
import { Prisma } from "@/prisma/generated/client";

/** Whether the product `p` belongs to a part of the shop; to the whole it always does. */
export function isOfPart({ kind, key }: StockPart): Prisma.Sql {
  if (kind === "category") return Prisma.sql`p.category_id::text = ${key}`;
  if (kind === "product") return Prisma.sql`p.id::text = ${key}`;
  if (kind === "scene") {
    return Prisma.sql`exists (select from scene_product c where c.merchant_id = p.merchant_id
      and c.product_id = p.id and c.scene_id::text = ${key})`;
  }
  return Prisma.sql`true`;
}
