import { pictureUrl } from "@/components/phone/picture";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import type { ProductView } from "@/features/catalogue/schema";

/** The product in schema.org's words, as JSON for a script element (React escapes what could end it). */
export function describeProduct(
  product: ProductView,
  shop: { origin: string; profile: { name: string } },
): string {
  const { origin, profile } = shop;
  return JSON.stringify({
    "@context": "https://schema.org",
    "@type": "Product",
    name: product.title,
    description: product.subtitle || product.description,
    image: product.pictures.map(({ storageKey }) => `${origin}${pictureUrl(storageKey, 1200)}`),
    brand: { "@type": "Brand", name: profile.name },
    offers: product.offers.map(({ optionName, unitPriceFen, left }) => ({
      "@type": "Offer",
      name: optionName || product.title,
      price: formatYuanPlain(unitPriceFen),
      priceCurrency: "CNY",
      availability: `https://schema.org/${left > 0 ? "InStock" : "OutOfStock"}`,
      url: `${origin}/p/${product.slug}`,
    })),
  });
}
