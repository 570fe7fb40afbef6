import type { MerchantPolicy } from "@/features/merchants/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** The rules in force: the policy of the highest version. Throws when the merchant was never set up. */
export async function getPolicy(tx: MerchantTx, merchantId: string): Promise<MerchantPolicy> {
  return tx.merchantPolicy.findFirstOrThrow({
    where: { merchantId },
    orderBy: { version: "desc" },
    omit: { merchantId: true, level2ConfirmedBy: true, createdBy: true },
  });
}
