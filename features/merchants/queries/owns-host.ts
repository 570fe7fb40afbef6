import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { onPlatform } from "@/lib/db/on-platform";

/** Does this host name (lower case, without port) belong to the merchant? */
export async function ownsHost(merchantId: AuthorizedMerchantId, host: string): Promise<boolean> {
  const row = await onPlatform().merchantHost.findUnique({ where: { host } });
  return row?.merchantId === merchantId;
}
