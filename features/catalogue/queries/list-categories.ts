import { pictureSelect } from "@/features/catalogue/queries/picture-select";
import { toPictureView } from "@/features/catalogue/queries/to-picture-view";
import type { CategoryView } from "@/features/catalogue/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import type { Prisma } from "@/prisma/generated/client";

const onSale = {
  status: "active",
  skus: { some: { isActive: true } },
} satisfies Prisma.ProductWhereInput;

const select = {
  slug: true,
  name: true,
  _count: { select: { products: { where: onSale } } },
  products: {
    where: { ...onSale, pictures: { some: {} } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 1,
    select: {
      pictures: {
        orderBy: [{ position: "asc" }, { pictureId: "asc" }],
        take: 1,
        select: { picture: { select: pictureSelect } },
      },
    },
  },
} satisfies Prisma.CategorySelect;

/** The shop's categories that hold something on sale, each with the picture of its first product. */
export async function listCategories(
  tx: MerchantTx,
  input: { merchantId: string },
): Promise<CategoryView[]> {
  const { merchantId } = input;
  const rows = await tx.category.findMany({
    where: { merchantId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 200,
    select,
  });
  return rows
    .map(({ slug, name, _count, products }) => {
      const picture = products[0]?.pictures[0]?.picture;
      return {
        slug,
        name,
        productCount: _count.products,
        picture: picture ? toPictureView(picture, name) : null,
      };
    })
    .filter(({ productCount }) => productCount > 0);
}
