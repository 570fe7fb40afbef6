import type { MerchantTx } from "@/lib/db/in-merchant";

/** A category of this shop by its slug; null when there is none. */
export async function getCategory(
  tx: MerchantTx,
  input: { merchantId: string; slug: string },
): Promise<{ slug: string; name: string } | null> {
  const { merchantId, slug } = input;
  return tx.category.findFirst({ where: { merchantId, slug }, select: { slug: true, name: true } });
}
