import { z } from "zod";
import { pictureSelect } from "@/features/catalogue/queries/picture-select";
import { summarizeFreight } from "@/features/catalogue/queries/summarize-freight";
import { offerSelect, toOffer } from "@/features/catalogue/queries/to-offer";
import { toPictureView } from "@/features/catalogue/queries/to-picture-view";
import type { ProductView } from "@/features/catalogue/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import type { Prisma } from "@/prisma/generated/client";

const specificationsSchema = z.array(z.object({ name: z.string(), value: z.string() })).catch([]);

const select = {
  id: true,
  slug: true,
  title: true,
  subtitle: true,
  description: true,
  specifications: true,
  category: { select: { slug: true, name: true } },
  freightTemplate: { select: { freeFromFen: true, rules: true } },
  pictures: {
    orderBy: [{ position: "asc" }, { pictureId: "asc" }],
    take: 12,
    select: { picture: { select: pictureSelect } },
  },
  skus: offerSelect,
} satisfies Prisma.ProductSelect;

/** The page of a product on sale; null when it does not exist here, is a draft or was taken down. */
export async function getProduct(
  tx: MerchantTx,
  input: { merchantId: string; slug: string },
): Promise<ProductView | null> {
  const { merchantId, slug } = input;
  const row = await tx.product.findFirst({ where: { merchantId, slug, status: "active" }, select });
  if (!row || row.skus.length === 0) return null;
  const template =
    row.freightTemplate ??
    (await tx.freightTemplate.findFirst({
      where: { merchantId, isDefault: true },
      select: { freeFromFen: true, rules: true },
    }));
  return {
    productId: row.id,
    slug: row.slug,
    title: row.title,
    subtitle: row.subtitle,
    description: row.description,
    specifications: specificationsSchema.parse(row.specifications),
    category: row.category,
    pictures: row.pictures.map(({ picture }) => toPictureView(picture, row.title)),
    offers: row.skus.map(toOffer),
    freight: template ? summarizeFreight(template) : null,
  };
}
