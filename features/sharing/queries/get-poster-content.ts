import { getShareSubject } from "@/features/sharing/queries/get-share-subject";
import { resolveShareCode } from "@/features/sharing/queries/resolve-share-code";
import type { ShareSubject } from "@/features/sharing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type PosterContent = { subject: ShareSubject; sharerName: string };

/** What stands on the poster of a link; null for a link that is unknown here, revoked or led to what is gone. */
export async function getPosterContent(
  tx: MerchantTx,
  input: { merchantId: string; code: string },
): Promise<PosterContent | null> {
  const { merchantId, code } = input;
  const link = await resolveShareCode(tx, { merchantId, code });
  if (!link || link.revoked) return null;
  const subject = await getShareSubject(tx, merchantId, link.target);
  if (!subject) return null;
  const [sharer] = await tx.$queryRaw<{ name: string }[]>`
    select coalesce(nullif(distributor.display_name, ''), customer.nickname) as name
    from share_link link
    join customer on customer.merchant_id = link.merchant_id and customer.id = link.sharer_customer_id
    left join distributor on distributor.merchant_id = link.merchant_id
      and distributor.customer_id = link.sharer_customer_id and distributor.status = 'approved'
    where link.merchant_id = ${merchantId}::uuid and link.id = ${link.linkId}::uuid`;
  return { subject, sharerName: sharer?.name ?? "" };
}
