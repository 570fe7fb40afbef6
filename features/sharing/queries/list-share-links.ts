import type { ShareChannel, ShareTargetKind } from "@/features/sharing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type ShareLinkRow = {
  linkId: string;
  code: string;
  targetKind: ShareTargetKind;
  targetSlug: string;
  targetTitle: string;
  channel: ShareChannel;
  createdAt: Date;
  revoked: boolean;
  /** Openings by others. */
  visitCount: number;
  /** Browsers behind them. */
  visitorCount: number;
};

/** A sharer's links with what they brought, newest first. */
export async function listShareLinks(
  tx: MerchantTx,
  input: { merchantId: string; sharerCustomerId: string; limit: number },
): Promise<ShareLinkRow[]> {
  const { merchantId, sharerCustomerId, limit } = input;
  return tx.$queryRaw<ShareLinkRow[]>`
    select link.id as "linkId", link.code, link.target_kind::text as "targetKind",
      link.channel::text as channel, link.created_at as "createdAt",
      link.revoked_at is not null as revoked,
      coalesce(product.slug, category.slug, scene.slug, '') as "targetSlug",
      coalesce(product.title, category.name, scene.title, '') as "targetTitle",
      coalesce(visit.visits, 0) as "visitCount", coalesce(visit.visitors, 0) as "visitorCount"
    from share_link link
    left join lateral (
      select count(*)::int as visits, count(distinct click.visitor_id)::int as visitors
      from share_click click
      join visitor on visitor.merchant_id = click.merchant_id and visitor.id = click.visitor_id
      where click.merchant_id = link.merchant_id and click.link_id = link.id
        and visitor.customer_id is distinct from link.sharer_customer_id
    ) visit on true
    left join product on link.target_kind = 'product'
      and product.merchant_id = link.merchant_id and product.id = link.target_id
    left join category on link.target_kind = 'category'
      and category.merchant_id = link.merchant_id and category.id = link.target_id
    left join scene on link.target_kind = 'scene'
      and scene.merchant_id = link.merchant_id and scene.id = link.target_id
    where link.merchant_id = ${merchantId}::uuid and link.sharer_customer_id = ${sharerCustomerId}::uuid
    order by link.created_at desc, link.id desc
    limit ${limit}`;
}
