import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * The hop before a sharer's own link: somebody else's link by which they came last, on any of their
 * browsers. Null for whoever found the shop alone.
 */
export async function findParentLink(
  tx: MerchantTx,
  input: { merchantId: string; customerId: string },
): Promise<string | null> {
  const { merchantId, customerId } = input;
  const [row] = await tx.$queryRaw<{ link_id: string }[]>`
    select click.link_id
    from visitor
    join share_click click on click.merchant_id = visitor.merchant_id and click.visitor_id = visitor.id
    join share_link link on link.merchant_id = click.merchant_id and link.id = click.link_id
    where visitor.merchant_id = ${merchantId}::uuid and visitor.customer_id = ${customerId}::uuid
      and link.sharer_customer_id <> ${customerId}::uuid
    order by click.clicked_at desc
    limit 1`;
  return row?.link_id ?? null;
}
