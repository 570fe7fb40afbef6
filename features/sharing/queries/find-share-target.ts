import type { ShareTarget } from "@/features/sharing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { zeroId } from "@/lib/ids/new-id";

/** The id of what is to be shared, or null when this shop does not show it. */
export async function findShareTarget(
  tx: MerchantTx,
  merchantId: string,
  target: ShareTarget,
): Promise<string | null> {
  const { kind, slug } = target;
  const where = { merchantId, slug };
  if (kind === "shop") return slug === "" ? zeroId : null;
  const row = await {
    product: () => tx.product.findFirst({ where: { ...where, status: "active" } }),
    category: () => tx.category.findFirst({ where }),
    scene: () => tx.scene.findFirst({ where }),
  }[kind]();
  return row?.id ?? null;
}
