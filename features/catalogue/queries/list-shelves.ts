import type { MerchantTx } from "@/lib/db/in-merchant";

/** What a product can be put into: categories, scenes and freight templates, with their ids. */
export type Shelves = {
  categories: { id: string; slug: string; name: string; position: number; productCount: number }[];
  scenes: {
    id: string;
    slug: string;
    title: string;
    description: string;
    position: number;
    productCount: number;
  }[];
  freightTemplates: { id: string; name: string; isDefault: boolean }[];
};

const maxShelves = 500;

export async function listShelves(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<Shelves> {
  const [where, take] = [{ merchantId }, maxShelves];
  const order = [{ position: "asc" as const }, { id: "asc" as const }];
  const count = { _count: { select: { products: true } } };
  const categories = await tx.category.findMany({ where, orderBy: order, take, include: count });
  const scenes = await tx.scene.findMany({ where, orderBy: order, take, include: count });
  const freightTemplates = await tx.freightTemplate.findMany({
    where,
    orderBy: { name: "asc" },
    take,
    select: { id: true, name: true, isDefault: true },
  });
  return {
    categories: categories.map(({ id, slug, name, position, _count }) => ({
      id,
      slug,
      name,
      position,
      productCount: _count.products,
    })),
    scenes: scenes.map(({ id, slug, title, description, position, _count }) => ({
      id,
      slug,
      title,
      description,
      position,
      productCount: _count.products,
    })),
    freightTemplates,
  };
}
