import type { BindingExplanation } from "@/features/bindings/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Row = Omit<BindingExplanation, "click"> & {
  clickId: string | null;
  clickedAt: Date | null;
  sharerCustomerId: string | null;
  channel: string | null;
};

/** Whose customer somebody was at a moment, and by which click; null when nobody's. */
export async function explainBinding(
  tx: MerchantTx,
  question: { merchantId: string; customerId: string; at: Date },
): Promise<BindingExplanation | null> {
  const { merchantId, customerId, at } = question;
  const [row] = await tx.$queryRaw<Row[]>`
    select b.id as "bindingId", b.distributor_id as "distributorId",
      d.display_name as "distributorName", b.bound_at as "boundAt", b.valid_until as "validUntil",
      b.source, b.reason, k.id as "clickId", k.clicked_at as "clickedAt",
      l.sharer_customer_id as "sharerCustomerId", l.channel
    from customer_binding b
    join distributor d on d.merchant_id = b.merchant_id and d.id = b.distributor_id
    left join share_click k on k.merchant_id = b.merchant_id and k.id = b.click_id
    left join share_link l on l.merchant_id = k.merchant_id and l.id = k.link_id
    where b.merchant_id = ${merchantId}::uuid and b.customer_id = ${customerId}::uuid
      and b.bound_at <= ${at} and b.valid_until > ${at}`;
  return row === undefined ? null : toExplanation(row);
}

function toExplanation(row: Row): BindingExplanation {
  const { clickId, clickedAt, sharerCustomerId, channel, ...binding } = row;
  const isComplete = clickId && clickedAt && sharerCustomerId && channel;
  return {
    ...binding,
    click: isComplete ? { clickId, clickedAt, sharerCustomerId, channel } : null,
  };
}
