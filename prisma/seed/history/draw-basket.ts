import type { ShareTarget } from "@/features/sharing/schema";
import type { Chance } from "@/prisma/seed/history/chance";
import type { WantedLine } from "@/prisma/seed/history/shopping-deeds";
import type { ShelfOffer } from "@/prisma/seed/shops/fill-catalogue";

/** Above it an order is a company's, and rare. */
const bulkFromFen = 100_000n;

export type WeighedOffer = { offer: ShelfOffer; weight: number };

/**
 * How often each SKU is bought: few products lead, mostly those that the shop shows first, and small
 * packs go before large ones.
 */
export function weighOffers(offers: readonly ShelfOffer[], chance: Chance): WeighedOffer[] {
  const slugs = [...new Set(offers.map(({ product }) => product.slug))];
  const ranks = new Map(
    slugs.map((slug, index) => [slug, 1 / (1 + index * (0.2 + 1.2 * chance.next())) ** 0.7]),
  );
  return offers.map((offer) => {
    const { product, sku } = offer;
    const place = product.skus.findIndex(({ code }) => code === sku.code);
    const pack = [1, 0.7, 0.3][place] ?? 0.2;
    const size = sku.priceFen >= bulkFromFen ? 0.03 : 1;
    return { offer, weight: (ranks.get(product.slug) ?? 0) * pack * size };
  });
}

/** What goes into one order; mostly with the product whose link the buyer came by. */
export function drawBasket(
  offers: readonly WeighedOffer[],
  viaLink: { target: ShareTarget } | null,
  chance: Chance,
): WantedLine[] {
  const count = chance.weighed([1, 2, 3], (lines) => [0, 55, 30, 15][lines] ?? 0);
  const lines = new Map<string, WantedLine>();
  const { kind, slug } = viaLink?.target ?? { kind: "shop", slug: "" };
  const shared = offers.filter(({ offer }) => kind === "product" && offer.product.slug === slug);
  for (let index = 0; index < count; index += 1) {
    const from = index === 0 && shared.length > 0 && chance.is(0.7) ? shared : offers;
    const { offer } = chance.weighed(from, ({ weight }) => weight);
    const { skuId, sku } = offer;
    const isBulk = sku.priceFen >= bulkFromFen;
    const quantity = isBulk ? 1 : chance.weighed([1, 2, 3, 4], (n) => [0, 70, 20, 7, 3][n] ?? 0);
    lines.set(skuId, { skuId, quantity, unitPriceFen: sku.priceFen });
  }
  return [...lines.values()];
}
