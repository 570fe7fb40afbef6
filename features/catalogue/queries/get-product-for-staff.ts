import { z } from "zod";
import type { MerchantTx } from "@/lib/db/in-merchant";

const specificationsSchema = z.array(z.object({ name: z.string(), value: z.string() })).catch([]);

export type StaffSkuView = {
  skuId: string;
  code: string;
  optionName: string;
  unitPriceFen: bigint;
  listPriceFen: bigint | null;
  costFen: bigint;
  weightGrams: number;
  isActive: boolean;
  onHand: number;
  reserved: number;
};

export type StaffProductView = {
  productId: string;
  slug: string;
  title: string;
  subtitle: string;
  description: string;
  specifications: { name: string; value: string }[];
  status: "draft" | "active" | "archived";
  categoryId: string;
  freightTemplateId: string | null;
  updatedAt: Date;
  sceneIds: string[];
  pictures: { pictureId: string; storageKey: string }[];
  skus: StaffSkuView[];
};

/** Everything that staff may edit of a product; null for another merchant's id. */
export async function getProductForStaff(
  tx: MerchantTx,
  { merchantId, productId }: { merchantId: string; productId: string },
): Promise<StaffProductView | null> {
  const row = await tx.product.findUnique({
    where: { merchantId_id: { merchantId, id: productId } },
    include: {
      scenes: { select: { sceneId: true } },
      pictures: {
        orderBy: [{ position: "asc" }, { pictureId: "asc" }],
        select: { pictureId: true, picture: { select: { storageKey: true } } },
      },
      skus: { orderBy: [{ position: "asc" }, { id: "asc" }], include: { stock: true } },
    },
  });
  if (!row) return null;
  const { slug, title, subtitle, description, status, categoryId, freightTemplateId } = row;
  return {
    productId,
    slug,
    title,
    subtitle,
    description,
    specifications: specificationsSchema.parse(row.specifications),
    status,
    categoryId,
    freightTemplateId,
    updatedAt: row.updatedAt,
    sceneIds: row.scenes.map(({ sceneId }) => sceneId),
    pictures: row.pictures.map(({ pictureId, picture }) => ({
      pictureId,
      storageKey: picture.storageKey,
    })),
    skus: row.skus.map((sku) => ({
      skuId: sku.id,
      code: sku.code,
      optionName: sku.optionName,
      unitPriceFen: sku.unitPriceFen,
      listPriceFen: sku.listPriceFen,
      costFen: sku.costFen,
      weightGrams: sku.weightGrams,
      isActive: sku.isActive,
      onHand: sku.stock?.onHand ?? 0,
      reserved: sku.stock?.reserved ?? 0,
    })),
  };
}
