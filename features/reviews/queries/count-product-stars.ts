import type { StarCounts } from "@/domain/reviews/summarize-stars";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** All reviews of a product that stand, by their stars; what staff hide are words. */
export async function countProductStars(
  tx: MerchantTx,
  { merchantId, productId }: { merchantId: string; productId: string },
): Promise<StarCounts> {
  const rows = await tx.review.groupBy({
    by: ["score"],
    where: { merchantId, productId, state: { not: "withdrawn" } },
    _count: { _all: true },
  });
  const of = (stars: number) => rows.find(({ score }) => score === stars)?._count._all ?? 0;
  return [of(1), of(2), of(3), of(4), of(5)];
}
