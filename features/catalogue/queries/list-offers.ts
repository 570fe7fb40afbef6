import { offerSelect, toOffer } from "@/features/catalogue/queries/to-offer";
import type { OfferView } from "@/features/catalogue/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Prices and stock of a product as they are now; null when the product is not on sale. */
export async function listOffers(
  tx: MerchantTx,
  input: { merchantId: string; slug: string },
): Promise<OfferView[] | null> {
  const { merchantId, slug } = input;
  const product = await tx.product.findFirst({
    where: { merchantId, slug, status: "active" },
    select: { skus: offerSelect },
  });
  return product && product.skus.length > 0 ? product.skus.map(toOffer) : null;
}
