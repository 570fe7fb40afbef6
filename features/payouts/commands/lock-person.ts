import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Makes everything that decides about a person's withdrawals wait for each other until the transaction
 * ends: requests and endings, under whichever of their distributors. After lockDistributors.
 */
export async function lockPerson(
  tx: MerchantTx,
  person: { merchantId: string; idNumberHash: string },
): Promise<void> {
  const { merchantId, idNumberHash } = person;
  await tx.$queryRaw`
    select distributor_id from payout_account
    where merchant_id = ${merchantId}::uuid and id_number_hash = ${idNumberHash}
    order by distributor_id for no key update`;
}
