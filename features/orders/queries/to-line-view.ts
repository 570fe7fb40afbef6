import type { lineSelect } from "@/features/orders/queries/line-select";
import type { OrderLineView } from "@/features/orders/schema";
import type { Prisma } from "@/prisma/generated/client";

type LineRow = Prisma.OrderLineGetPayload<{ select: typeof lineSelect }>;

/** Titles and prices are the frozen ones; only the address of the product's page is today's. */
export function toLineView({ sku, ...line }: LineRow): OrderLineView {
  return { ...line, productSlug: sku.product.slug };
}
