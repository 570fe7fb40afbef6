import type { StaffOrderView } from "@/features/orders/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What the order promises to whom, by line and level; after payment with what has become of it. */
export async function listOrderCommissions(
  tx: MerchantTx,
  merchantId: string,
  orderId: string,
): Promise<StaffOrderView["commissions"]> {
  return tx.$queryRaw<StaffOrderView["commissions"]>`
    select t.line_no as "lineNo", t.level, t.distributor_id as "distributorId",
      d.display_name as "distributorName", t.base_fen as "baseFen", t.rate_bps as "rateBps",
      t.fixed_fen_per_unit as "fixedFenPerUnit", t.commission_fen as "commissionFen",
      coalesce(c.clawed_back_fen, 0) as "clawedBackFen", coalesce(c.state::text, 'promised') as state,
      c.available_at as "availableAt"
    from order_commission_term t
    join distributor d on d.merchant_id = t.merchant_id and d.id = t.distributor_id
    left join commission c on c.merchant_id = t.merchant_id and c.order_id = t.order_id
      and c.line_no = t.line_no and c.level = t.level
    where t.merchant_id = ${merchantId}::uuid and t.order_id = ${orderId}::uuid
    order by t.line_no, t.level`;
}
