import type { Prisma } from "@/prisma/generated/client";

/** What every view of an order line reads. */
export const lineSelect = {
  lineNo: true,
  productId: true,
  skuId: true,
  productTitle: true,
  optionName: true,
  pictureKey: true,
  listPriceFen: true,
  unitPriceFen: true,
  quantity: true,
  proratedDiscountFen: true,
  payableFen: true,
  sku: { select: { product: { select: { slug: true } } } },
} as const satisfies Prisma.OrderLineSelect;
