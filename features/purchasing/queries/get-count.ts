import type { CountView } from "@/features/purchasing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A counting sheet with its lines; null where the merchant has none of that id. */
export async function getCount(
  tx: MerchantTx,
  { merchantId, countId }: { merchantId: string; countId: string },
): Promise<CountView | null> {
  const count = await tx.stockCount.findUnique({
    where: { merchantId_id: { merchantId, id: countId } },
    select: {
      name: true,
      state: true,
      openedAt: true,
      lines: {
        orderBy: { lineNo: "asc" },
        select: {
          lineNo: true,
          skuId: true,
          expectedUnits: true,
          hasMoved: true,
          countedUnits: true,
          reason: true,
          postedAt: true,
          stock: {
            select: {
              sku: {
                select: { code: true, optionName: true, product: { select: { title: true } } },
              },
            },
          },
        },
      },
    },
  });
  if (!count) return null;
  return {
    ...count,
    countId,
    lines: count.lines.map(({ stock: { sku }, postedAt, ...line }) => ({
      ...line,
      isPosted: postedAt !== null,
      code: sku.code,
      title: `${sku.product.title} ${sku.optionName}`.trim(),
    })),
  };
}
