import type { MerchantProfileView } from "@/features/merchants/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What the shop says about itself. Throws when the merchant was never set up. */
export async function getProfile(tx: MerchantTx, merchantId: string): Promise<MerchantProfileView> {
  return tx.merchantProfile.findUniqueOrThrow({
    where: { merchantId },
    omit: { merchantId: true },
  });
}
