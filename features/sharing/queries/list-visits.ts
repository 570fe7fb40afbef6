import { maskName } from "@/domain/attribution/mask-name";
import type { ShareChannel, ShareTargetKind } from "@/features/sharing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** One visit as the sharer may see it: that a friend came, where and when, not who exactly. */
export type VisitRow = {
  clickId: string;
  clickedAt: Date;
  /** Masked; empty when nobody is signed in there or the name was never asked for. */
  visitorName: string;
  targetKind: ShareTargetKind;
  targetTitle: string;
  channel: ShareChannel;
  inWechat: boolean;
};

type Row = {
  click_id: string;
  clicked_at: Date;
  nickname: string | null;
  target_kind: ShareTargetKind;
  title: string | null;
  channel: ShareChannel;
  in_wechat: boolean;
};

/**
 * The openings of a sharer's links, newest first, without the sharer's own, also those made on their
 * browsers before they signed in there.
 * @param input.before the clickedAt of the last row of the page before
 */
export async function listVisits(
  tx: MerchantTx,
  input: { merchantId: string; sharerCustomerId: string; before?: Date | undefined; limit: number },
): Promise<VisitRow[]> {
  const { merchantId, sharerCustomerId, before, limit } = input;
  const rows = await tx.$queryRaw<Row[]>`
    select click.id as click_id, click.clicked_at, customer.nickname,
      link.target_kind::text as target_kind, link.channel::text as channel, click.in_wechat,
      coalesce(product.title, category.name, scene.title) as title
    from share_link link
    join share_click click on click.merchant_id = link.merchant_id and click.link_id = link.id
    join visitor on visitor.merchant_id = click.merchant_id and visitor.id = click.visitor_id
    left join customer on customer.merchant_id = visitor.merchant_id and customer.id = visitor.customer_id
    left join product on link.target_kind = 'product'
      and product.merchant_id = link.merchant_id and product.id = link.target_id
    left join category on link.target_kind = 'category'
      and category.merchant_id = link.merchant_id and category.id = link.target_id
    left join scene on link.target_kind = 'scene'
      and scene.merchant_id = link.merchant_id and scene.id = link.target_id
    where link.merchant_id = ${merchantId}::uuid and link.sharer_customer_id = ${sharerCustomerId}::uuid
      and visitor.customer_id is distinct from ${sharerCustomerId}::uuid
      and (${before ?? null}::timestamptz is null or click.clicked_at < ${before ?? null}::timestamptz)
    order by click.clicked_at desc, click.id desc
    limit ${limit}`;
  return rows.map((row) => ({
    clickId: row.click_id,
    clickedAt: row.clicked_at,
    visitorName: maskName(row.nickname ?? ""),
    targetKind: row.target_kind,
    targetTitle: row.title ?? "",
    channel: row.channel,
    inWechat: row.in_wechat,
  }));
}
