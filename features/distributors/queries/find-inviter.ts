import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * The distributor whose link brought a customer last: who becomes their parent when they apply. Only
 * approved ones invite. Null for whoever found the shop alone.
 */
export async function findInviter(
  tx: MerchantTx,
  input: { merchantId: string; customerId: string },
): Promise<string | null> {
  const { merchantId, customerId } = input;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    select distributor.id
    from visitor
    join share_click click on click.merchant_id = visitor.merchant_id and click.visitor_id = visitor.id
    join share_link link on link.merchant_id = click.merchant_id and link.id = click.link_id
    join distributor on distributor.merchant_id = link.merchant_id
      and distributor.customer_id = link.sharer_customer_id and distributor.status = 'approved'
    where visitor.merchant_id = ${merchantId}::uuid and visitor.customer_id = ${customerId}::uuid
      and link.sharer_customer_id <> ${customerId}::uuid
    order by click.clicked_at desc
    limit 1`;
  return row?.id ?? null;
}
