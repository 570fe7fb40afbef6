import { type AuthorizedMerchantId, authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { onPlatform } from "@/lib/db/on-platform";

/** Every merchant: the worker serves them all, each in transactions of its own. */
export async function listMerchants(): Promise<AuthorizedMerchantId[]> {
  const rows = await onPlatform().merchant.findMany({
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => authorizeMerchantId(id));
}
