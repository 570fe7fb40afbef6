import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

export type TagCount = { tag: string; customers: number };

/** Every tag that somebody has, with how many have it, by name. */
export async function listTags(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<TagCount[]> {
  return tx.$queryRaw<TagCount[]>`${plannedAnew}
    select tag, count(*)::int as customers from customer_tag
    where merchant_id = ${merchantId}::uuid group by tag order by tag`;
}
