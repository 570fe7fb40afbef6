import type { Slice } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

/** Whether an order's line `l` lies in a part of the shop; always where the part is of whole orders. */
function linesIn(slice: Slice): Prisma.Sql {
  if (slice.kind === "product") return Prisma.sql`l.product_id::text = ${slice.key}`;
  if (slice.kind === "category") {
    return Prisma.sql`exists (select from product p where p.merchant_id = l.merchant_id
      and p.id = l.product_id and p.category_id::text = ${slice.key})`;
  }
  if (slice.kind === "scene") {
    return Prisma.sql`exists (select from scene_product c where c.merchant_id = l.merchant_id
      and c.product_id = l.product_id and c.scene_id::text = ${slice.key})`;
  }
  return Prisma.sql`true`;
}

/** Whether an order `o` that came by channel `k` lies in a part that is made of whole orders. */
function ordersIn({ kind, key }: Slice): Prisma.Sql {
  if (kind === "channel") return Prisma.sql`coalesce(k.channel::text, 'direct') = ${key}`;
  if (kind === "region") return Prisma.sql`o.province = ${key}`;
  if (kind === "distributor") return Prisma.sql`o.level1_distributor_id::text = ${key}`;
  return Prisma.sql`true`;
}

/** Whether a commission `c` of an order `o` does: a distributor's are those that they earn, at either level. */
function commissionsIn(slice: Slice): Prisma.Sql {
  if (slice.kind === "distributor") return Prisma.sql`c.distributor_id::text = ${slice.key}`;
  return Prisma.sql`${linesIn(slice)} and ${ordersIn(slice)}`;
}

/** Whether freight and fees, which belong to no line, are figures of the part. */
function isOfWholeOrders({ kind }: Slice): boolean {
  return kind !== "product" && kind !== "category" && kind !== "scene";
}

/** What of an order lies in a part of the shop, as the roll-ups have it (slices-of-order.ts, slices-of-product.ts). */
export const partOfOrder = { linesIn, ordersIn, commissionsIn, isOfWholeOrders };
