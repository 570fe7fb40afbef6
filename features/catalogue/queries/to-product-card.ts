import type { PictureView } from "@/components/phone/picture";
import { pictureSelect } from "@/features/catalogue/queries/picture-select";
import { toPictureView } from "@/features/catalogue/queries/to-picture-view";
import { unitsLeft } from "@/features/catalogue/queries/units-left";
import type { ProductCardView } from "@/features/catalogue/schema";
import type { Prisma } from "@/prisma/generated/client";

/** What a card needs of a product row. */
export const productCardSelect = {
  id: true,
  slug: true,
  title: true,
  subtitle: true,
  position: true,
  pictures: {
    orderBy: [{ position: "asc" }, { pictureId: "asc" }],
    take: 1,
    select: { picture: { select: pictureSelect } },
  },
  skus: {
    where: { isActive: true },
    orderBy: [{ unitPriceFen: "asc" }, { position: "asc" }],
    select: {
      unitPriceFen: true,
      listPriceFen: true,
      stock: { select: { onHand: true, reserved: true } },
    },
  },
} satisfies Prisma.ProductSelect;

type ProductCardRow = {
  id: string;
  slug: string;
  title: string;
  subtitle: string;
  position: number;
  pictures: { picture: PictureView }[];
  skus: {
    unitPriceFen: bigint;
    listPriceFen: bigint | null;
    stock: { onHand: number; reserved: number } | null;
  }[];
};

/** @returns the card, or null for a product without anything to buy */
export function toProductCard(row: ProductCardRow): ProductCardView | null {
  const cheapest = row.skus[0];
  if (!cheapest) return null;
  const picture = row.pictures[0]?.picture;
  return {
    productId: row.id,
    slug: row.slug,
    title: row.title,
    subtitle: row.subtitle,
    picture: picture ? toPictureView(picture, row.title) : null,
    lowestPriceFen: cheapest.unitPriceFen,
    hasSeveralPrices: row.skus.some((sku) => sku.unitPriceFen !== cheapest.unitPriceFen),
    listPriceFen: cheapest.listPriceFen,
    soldOut: row.skus.every((sku) => unitsLeft(sku.stock) === 0),
  };
}
