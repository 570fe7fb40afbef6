import type { ShareVisit } from "@/features/sharing/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { executeAtOnce } from "@/lib/db/execute-at-once";
import { Prisma } from "@/prisma/generated/client";

/**
 * Writes a batch of openings, visitors included, in one statement. A click that was written before
 * (the answer to the first try got lost) is left as it is.
 * @param visits of links of this merchant; at most a few hundred
 */
export async function recordShareClicks(
  merchantId: AuthorizedMerchantId,
  visits: readonly ShareVisit[],
): Promise<void> {
  const clickIds = visits.map((visit) => visit.clickId);
  const linkIds = visits.map((visit) => visit.linkId);
  const visitorIds = visits.map((visit) => visit.visitorId);
  const times = visits.map((visit) => visit.clickedAt.toISOString());
  const inWechat = visits.map((visit) => visit.inWechat);
  await executeAtOnce(
    merchantId,
    Prisma.sql`
      with visit as (
        select * from unnest(${clickIds}::uuid[], ${linkIds}::uuid[], ${visitorIds}::uuid[],
          ${times}::timestamptz[], ${inWechat}::boolean[])
          as visit (click_id, link_id, visitor_id, clicked_at, in_wechat)
      ), newcomer as (
        insert into visitor (merchant_id, id, first_seen_at)
        select ${merchantId}::uuid, visitor_id, min(clicked_at) from visit
        group by visitor_id order by visitor_id
        on conflict do nothing
      )
      insert into share_click (merchant_id, id, link_id, visitor_id, clicked_at, in_wechat)
      select ${merchantId}::uuid, click_id, link_id, visitor_id, clicked_at, in_wechat from visit
      on conflict do nothing`,
  );
}
