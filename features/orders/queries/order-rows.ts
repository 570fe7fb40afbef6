import type { OrderLineView, ReceiverView } from "@/features/orders/schema";
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

type LineRow = Prisma.OrderLineGetPayload<{ select: typeof lineSelect }>;

/** Titles and prices are the frozen ones; only the address of the product's page is today's. */
export function toLineView({ sku, ...line }: LineRow): OrderLineView {
  return { ...line, productSlug: sku.product.slug };
}

/** Units over all lines. */
export function countUnits(lines: readonly { quantity: number }[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

export function toReceiver(row: {
  receiverName: string;
  receiverPhone: string;
  province: string;
  city: string;
  district: string;
  addressDetail: string;
}): ReceiverView {
  const { receiverName, receiverPhone, province, city, district, addressDetail } = row;
  return {
    name: receiverName,
    phone: receiverPhone,
    province,
    city,
    district,
    detail: addressDetail,
  };
}
