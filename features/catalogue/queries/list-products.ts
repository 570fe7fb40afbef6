import { productCardSelect, toProductCard } from "@/features/catalogue/queries/to-product-card";
import {
  type ProductFilter,
  type ProductPage,
  parseCursor,
  writeCursor,
} from "@/features/catalogue/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import type { Prisma } from "@/prisma/generated/client";

/**
 * The products on sale in shelf order, a page at a time.
 * @param after the `next` of the page before; anything else begins at the first page
 * @param limit at most 60
 */
export async function listProducts(
  tx: MerchantTx,
  input: { merchantId: string; filter?: ProductFilter; after?: string | undefined; limit: number },
): Promise<ProductPage> {
  const { merchantId, filter = {} } = input;
  const limit = Math.min(input.limit, 60);
  const cursor = parseCursor(input.after);
  const rows = await tx.product.findMany({
    where: {
      merchantId,
      status: "active",
      skus: { some: { isActive: true } },
      AND: [...conditionsOf(filter), ...(cursor ? [isAfter(cursor)] : [])],
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: limit + 1,
    select: productCardSelect,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    products: shown.map(toProductCard).filter((card) => card !== null),
    next: rows.length > limit && last ? writeCursor(last) : null,
  };
}

function conditionsOf(filter: ProductFilter): Prisma.ProductWhereInput[] {
  const { categorySlug, sceneSlug, terms = [] } = filter;
  return [
    ...(categorySlug ? [inCategory(categorySlug)] : []),
    ...(sceneSlug ? [{ scenes: { some: { scene: { slug: sceneSlug } } } }] : []),
    ...terms.map(mentions),
  ];
}

/** The category itself or one of its children. */
function inCategory(slug: string): Prisma.ProductWhereInput {
  return { category: { OR: [{ slug }, { parent: { slug } }] } };
}

function mentions(term: string): Prisma.ProductWhereInput {
  // Prisma leaves LIKE's own signs as they are: "100%" must look for a percent sign.
  const contains = term.replace(/[\\%_]/g, "\\$&");
  const has = { contains, mode: "insensitive" } as const;
  return {
    OR: [
      { title: has },
      { subtitle: has },
      { category: { name: has } },
      { skus: { some: { isActive: true, optionName: has } } },
      { scenes: { some: { scene: { title: has } } } },
    ],
  };
}

function isAfter(cursor: { position: number; id: string }): Prisma.ProductWhereInput {
  const { position, id } = cursor;
  return { OR: [{ position: { gt: position } }, { position, id: { gt: id } }] };
}
