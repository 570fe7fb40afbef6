import { partOfOrder } from "@/features/insights/queries/part-of-order";
import { rowOfOrder } from "@/features/insights/queries/row-of-order";
import type { Slice } from "@/features/insights/schema";
import { Prisma } from "@/prisma/generated/client";

/** Joins orders `o` to what tells whether they lie in a part of whole orders, and whether they do. */
function ofOrders(slice: Slice): { join: Prisma.Sql; lies: Prisma.Sql } {
  if (slice.kind === "all") return { join: Prisma.empty, lies: Prisma.sql`true` };
  return { join: rowOfOrder.channelOfOrder, lies: partOfOrder.ordersIn(slice) };
}

/** Whether what was said about an order does: `order` names its id, `product` what was said it of, where it was one. */
function saidLies(
  slice: Slice,
  of: { merchantId: Prisma.Sql; order: Prisma.Sql; product: Prisma.Sql | null },
): Prisma.Sql {
  if (slice.kind === "all") return Prisma.sql`true`;
  if (partOfOrder.isOfWholeOrders(slice)) {
    return Prisma.sql`exists (select from orders o ${rowOfOrder.channelOfOrder}
      where o.merchant_id = ${of.merchantId} and o.id = ${of.order} and ${partOfOrder.ordersIn(slice)})`;
  }
  // An answer about the whole order is none about one of its products.
  if (!of.product) return Prisma.sql`false`;
  return Prisma.sql`exists (select from (select ${of.merchantId} as merchant_id, ${of.product} as product_id) l
    where ${partOfOrder.linesIn(slice)})`;
}

/** Which orders, reviews and answers belong to a part of the shop, as day_voice counts them. */
export const liesInPart = { ofOrders, saidLies };
