import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What people call a part of the shop now; a channel, a region and what has no name go by their key. */
export async function namePart(
  tx: MerchantTx,
  { merchantId, slice: { kind, key } }: { merchantId: string; slice: Slice },
): Promise<string> {
  if (!uuid.test(key)) return key;
  const where = { merchantId, id: key };
  switch (kind) {
    case "category":
      return (await tx.category.findFirst({ where, select: { name: true } }))?.name ?? key;
    case "scene":
      return (await tx.scene.findFirst({ where, select: { title: true } }))?.title ?? key;
    case "product":
      return (await tx.product.findFirst({ where, select: { title: true } }))?.title ?? key;
    case "distributor": {
      const found = await tx.distributor.findFirst({ where, select: { displayName: true } });
      return found?.displayName ?? key;
    }
    default:
      return key;
  }
}
