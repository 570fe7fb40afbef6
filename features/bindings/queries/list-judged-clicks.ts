import { type BindingPeriod, judgeClick } from "@/domain/attribution/judge-click";
import type { JudgedClick } from "@/features/bindings/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** The newest clicks that an explanation shows. */
const maxClicks = 50;
/** As far as list-undecided-touches follows a click towards a distributor. */
const maxHops = 30;

type Row = Omit<JudgedClick, "policy" | "verdict"> &
  JudgedClick["policy"] & { isApproved: boolean; customerDistributorId: string | null };

/**
 * The share links that a customer's browsers opened before a moment, the newest first, each with what
 * became of it. A link counts for the nearest approved distributor it came through; where there is
 * none, the nearest one without approval is named.
 */
export async function listJudgedClicks(
  tx: MerchantTx,
  question: {
    merchantId: string;
    customerId: string;
    until: Date;
    periods: readonly BindingPeriod[];
  },
): Promise<JudgedClick[]> {
  const { merchantId, customerId, until, periods } = question;
  const rows = await tx.$queryRaw<Row[]>`
    with recursive click as (
      select k.id, k.link_id, k.clicked_at from visitor v
      join share_click k on k.merchant_id = v.merchant_id and k.visitor_id = v.id
      where v.merchant_id = ${merchantId}::uuid and v.customer_id = ${customerId}::uuid
        and k.clicked_at <= ${until}
      order by k.clicked_at desc, k.id desc limit ${maxClicks}
    ), hop as (
      select distinct l.id as link_id, l.parent_link_id, l.sharer_customer_id, 0 as depth
      from click join share_link l on l.merchant_id = ${merchantId}::uuid and l.id = click.link_id
      union all
      select hop.link_id, l.parent_link_id, l.sharer_customer_id, hop.depth + 1
      from hop join share_link l on l.merchant_id = ${merchantId}::uuid and l.id = hop.parent_link_id
      where hop.depth < ${maxHops}
    ), owner as (
      select distinct on (hop.link_id) hop.link_id, hop.depth, d.id, d.display_name,
        d.status = 'approved' as is_approved
      from hop join distributor d on d.merchant_id = ${merchantId}::uuid
        and d.customer_id = hop.sharer_customer_id
      order by hop.link_id, (d.status = 'approved') desc, hop.depth
    )
    select click.id as "clickId", click.clicked_at as "clickedAt",
      coalesce(sharer_as.display_name, sharer.nickname) as "sharerName",
      l.channel::text as channel, l.target_kind::text as "targetKind",
      coalesce(product.title, category.name, scene.title, '') as "targetTitle",
      coalesce(owner.depth, 0) as hops, owner.id as "distributorId",
      coalesce(owner.display_name, '') as "distributorName",
      coalesce(owner.is_approved, false) as "isApproved",
      policy.version, policy.attribution_mode::text as mode, policy.validity_days as "validityDays",
      policy.protection_days as "protectionDays", policy.allow_self_purchase as "allowSelfPurchase",
      (select id from distributor where merchant_id = ${merchantId}::uuid
        and customer_id = ${customerId}::uuid) as "customerDistributorId"
    from click
    join share_link l on l.merchant_id = ${merchantId}::uuid and l.id = click.link_id
    join customer sharer on sharer.merchant_id = l.merchant_id and sharer.id = l.sharer_customer_id
    left join distributor sharer_as on sharer_as.merchant_id = l.merchant_id
      and sharer_as.customer_id = l.sharer_customer_id
    left join owner on owner.link_id = click.link_id
    left join product on l.target_kind = 'product'
      and product.merchant_id = l.merchant_id and product.id = l.target_id
    left join category on l.target_kind = 'category'
      and category.merchant_id = l.merchant_id and category.id = l.target_id
    left join scene on l.target_kind = 'scene'
      and scene.merchant_id = l.merchant_id and scene.id = l.target_id
    cross join lateral (
      select * from merchant_policy p where p.merchant_id = ${merchantId}::uuid
        and (p.created_at <= click.clicked_at or p.version = 1)
      order by p.version desc limit 1
    ) policy
    order by click.clicked_at desc, click.id desc`;
  return rows.map((row) => judge(row, periods));
}

function judge(row: Row, periods: readonly BindingPeriod[]): JudgedClick {
  const { version, mode, validityDays, protectionDays, allowSelfPurchase, ...rest } = row;
  const { isApproved, customerDistributorId, ...click } = rest;
  const policy = { version, mode, validityDays, protectionDays, allowSelfPurchase };
  const verdict = judgeClick({
    click: { ...click, isApproved, policy },
    periods,
    customerDistributorId,
  });
  return { ...click, policy, verdict };
}
