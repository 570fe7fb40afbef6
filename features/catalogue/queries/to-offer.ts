import { unitsLeft } from "@/features/catalogue/queries/units-left";
import type { OfferView } from "@/features/catalogue/schema";
import type { Prisma } from "@/prisma/generated/client";

/** The SKUs on sale of a product, in their order. */
export const offerSelect = {
  where: { isActive: true },
  orderBy: [{ position: "asc" }, { id: "asc" }],
  take: 100,
  select: {
    id: true,
    optionName: true,
    unitPriceFen: true,
    listPriceFen: true,
    stock: { select: { onHand: true, reserved: true } },
  },
} satisfies Prisma.Product$skusArgs;

export function toOffer(sku: {
  id: string;
  optionName: string;
  unitPriceFen: bigint;
  listPriceFen: bigint | null;
  stock: { onHand: number; reserved: number } | null;
}): OfferView {
  const { id, optionName, unitPriceFen, listPriceFen } = sku;
  return { skuId: id, optionName, unitPriceFen, listPriceFen, left: unitsLeft(sku.stock) };
}
