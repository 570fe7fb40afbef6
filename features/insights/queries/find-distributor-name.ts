import type { MerchantTx } from "@/lib/db/in-merchant";
import { isId } from "@/lib/ids/is-id";

/** A distributor of the shop by the id that stands in an address; null for what is none. */
export async function findDistributorName(
  tx: MerchantTx,
  { merchantId, id }: { merchantId: string; id: string | undefined },
): Promise<{ distributorId: string; name: string } | null> {
  if (!id || !isId(id)) return null;
  const found = await tx.distributor.findUnique({
    where: { merchantId_id: { merchantId, id } },
    select: { displayName: true },
  });
  return found && { distributorId: id, name: found.displayName };
}
