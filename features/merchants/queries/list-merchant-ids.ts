import { type AuthorizedMerchantId, authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { onPlatform } from "@/lib/db/on-platform";

/** Every merchant of the installation, for the worker, which serves them all. */
export async function listMerchantIds(): Promise<AuthorizedMerchantId[]> {
  const rows = await onPlatform().merchant.findMany({
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => authorizeMerchantId(id));
}
